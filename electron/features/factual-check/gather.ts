import { asOneText, type CheckPlace, type Confidential, lineIn, type Revealing, revealedBy, startsOf, withoutSources } from '../../../shared/domain/check-line.ts'
import { statesOf } from '../../../shared/domain/entity.ts'
import type { Field } from '../../../shared/domain/field.ts'
import { criteriaBelow, type Criterion, expectationOf, type Framework, gradeOf } from '../../../shared/domain/framework.ts'
import { roleTitleOf } from '../../../shared/domain/interview.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { maskOf } from '../../../shared/domain/privacy-pseudonym.ts'
import type { Context } from '../../context.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { listPersons } from '../../db/person.ts'
import { listActivities } from '../activity/repository.ts'
import { listProfile } from '../claim/repository.ts'
import { labelsOf } from '../document/repository.ts'
import { listFiles } from '../file-review/repository.ts'
import { getFrameworkOf, getRound, listTeam } from '../inspection/repository.ts'
import { checkText } from '../privacy/repository.ts'
import { both } from '../report/markup.ts'

/** A place with its lines as they would go out; `number` is that of the expectation or criterion, as printed. */
export interface Gathered extends CheckPlace {
  readonly number: string
  readonly lines: readonly string[]
}
/** What stands under one heading. */
export interface Section {
  readonly title: string
  readonly places: readonly Gathered[]
}

/** What the organisation is asked about: key data, ratings and what they rest on, in the order of the report. `different` counts what is in dispute. */
export function gather(db: Db, inspection: string, language: ReportLanguage = 'nl'): { sections: Section[]; different: number } {
  const { framework, ratingOf } = getRound(db, inspection)
  const findingOf = statesOf('finding', listHeads(db, inspection, 'finding'))
  const appraisalOf = statesOf('appraisal', listHeads(db, inspection, 'appraisal'))
  let different = 0
  const place = (entity: CheckPlace['entity'], entityId: string, field: CheckPlace['field'], state: Field<string>, number: string, aside = ''): Gathered[] => {
    if (state.different) different++
    const change = state.heads.map(({ id }) => id).sort()[0]
    const at = state.value === null || change === undefined ? null : { entity, entityId, field, change, starts: field === 'rationale' || field === 'now' ? startsOf(state.value) : [0] }
    return at === null || at.starts.length === 0 ? [] : [{ ...at, number, lines: linesOf(framework, at, state.value!, aside, language) }]
  }
  const ofCriterion = ({ id, number, expectations }: Criterion): Gathered[] => [
    ...expectations.filter((one) => one.assessed && (ratingOf(one.id) !== null || findingOf(one.id).rating.different)).flatMap((one) => [
      ...place('finding', one.id, 'rating', findingOf(one.id).rating, one.number), ...place('finding', one.id, 'rationale', findingOf(one.id).rationale, one.number),
    ]),
    ...place('appraisal', id, 'now', appraisalOf(id).now, number),
  ]
  const profile = listProfile(db, inspection).flatMap(({ id, fields: { label, value, unit } }) => place('profile', id, 'value', value, '', [label.value, unit.value].join('\n')))
  const sections = [
    { title: both('Kerngegevens', 'Key data')(language), places: profile },
    ...framework.themes.flatMap((theme) => criteriaBelow(theme).map((criterion) => ({ title: `${criterion.number} ${criterion.title}`, places: ofCriterion(criterion) }))),
  ]
  return { sections: sections.filter(({ places }) => places.length > 0), different }
}

/** The lines of a place as they go out, of what a change says there. `aside` is what a key fact is called, and on a second line its unit. */
export function linesOf(framework: Framework, { entity, entityId, field, starts }: Pick<CheckPlace, 'entity' | 'entityId' | 'field' | 'starts'>, value: string, aside = '', language: ReportLanguage = 'nl'): string[] {
  if (field === 'rating') {
    const grade = gradeOf(framework, value)
    const [judged, expected] = language === 'nl' ? ['Oordeel', 'Verwachting'] : ['Judgement', 'Expectation']
    const said = grade ? `${grade.sign} ${language === 'nl' ? grade.label : grade.english}` : value
    return [`${judged}: ${said}. ${expected}: ${expectationOf(framework, entityId)?.statement ?? entityId}`]
  }
  const [label = '', unit = ''] = aside.split('\n')
  if (entity === 'profile') return [withoutSources([label && `${label}:`, value, unit].filter(Boolean).join(' '), language)]
  return starts.map((_, index) => withoutSources(lineIn(value, starts, index), language))
}

/** By the number of its line, what would tell who said what. The words of the framework tell nothing of anyone. */
export function revealedIn(context: Context, inspection: string, sections: readonly Section[]): { line: number; what: Revealing; said: string }[] {
  const { text, lineAt } = asOneText(sections.flatMap(({ places }) => places).flatMap(({ field, lines }) => lines.map((line) => (field === 'rating' ? '' : line))))
  const personal = checkText(context, inspection, text).map((hit) => ({ what: 'personal' as const, said: maskOf(hit, text), start: hit.start }))
  return [...revealedBy(text, confidentialIn(context.db, inspection)), ...personal]
    .map(({ start, ...one }) => ({ line: lineAt(start), ...one }))
    .sort((a, b) => a.line - b.line)
}

function confidentialIn(db: Db, inspection: string): Confidential {
  const { framework } = getFrameworkOf(db, inspection)
  const talks = listActivities(db, inspection).filter(({ fields }) => fields.kind.value === 'interview')
  const spoken = talks.flatMap(({ fields }) => fields.participants.value ?? [])
  const roles = [...talks.flatMap(({ fields }) => (fields.role.value === null ? [] : [roleTitleOf(framework, fields.role.value)])), ...spoken.map(({ role }) => role)]
  const byRole = Map.groupBy(spoken, ({ role }) => role.toLowerCase())
  return {
    labels: [...(['activity', 'document', 'observation', 'evidence'] as const).flatMap((entity) => labelsOf(db, inspection, entity)), ...listFiles(db, inspection).map(({ pseudonym }) => pseudonym)],
    names: [...new Set([...listTeam(db, inspection).flatMap(({ member }) => member.value?.name ?? []), ...listPersons(db).map(({ name }) => name)])],
    roles,
    single: [...byRole.values()].filter((of) => of.length === 1 && of[0]!.count === 1).map(([one]) => one!.role),
  }
}
