import type { DataExport, ExportedExpectation } from './data-export.ts'
import type { SourceKind } from './source.ts'

/** The version of OSCAL (NIST) that is written; a namespace of our own for what OSCAL has no place for. */
const OSCAL_VERSION = '1.0.6'
const NAMESPACE = 'urn:veldtoets:oscal'

/** Gives each thing a UUID that is always the same for the same name; OSCAL takes version 4 or 5 only. */
export type NamedId = (name: string) => string

const METHODS: Readonly<Record<SourceKind, string>> = { interview: 'INTERVIEW', file: 'EXAMINE', document: 'EXAMINE', observation: 'TEST' }
const KINDS: Readonly<Record<SourceKind, string>> = { interview: 'Interview', file: 'Dossieronderzoek', document: 'Document', observation: 'Waarneming' }

/** OSCAL's lists are left out where they are empty, and its texts are one line without space around. */
const some = <K extends string, T>(name: K, list: readonly T[]): { [P in K]?: readonly T[] } => (list.length === 0 ? {} : { [name]: list } as { [P in K]: readonly T[] })
const lineOf = (text: string) => text.replace(/\s+/g, ' ').trim()
const propsOf = (values: Readonly<Record<string, string | null | undefined>>) =>
  some('props', Object.entries(values).flatMap(([name, value]) => (value == null || lineOf(value) === '' ? [] : [{ name, ns: NAMESPACE, value: lineOf(value) }])))

/** An id of a framework may begin with a digit or hold only a number, a token of OSCAL may not. */
const tokenOf = (id: string) => `e_${id}`
const momentOf = (day: string | null, otherwise: string) => (day === null ? otherwise : `${day}T00:00:00Z`)

const isFound = ({ standing }: ExportedExpectation) => standing === 'met' || standing === 'notMet'

function metadataOf({ organisation, framework, recordedAt, stateHash }: DataExport, title: string) {
  return {
    title: `${title}: ${organisation?.name ?? '–'}`, 'last-modified': recordedAt, version: stateHash.slice(0, 16), 'oscal-version': OSCAL_VERSION,
    ...propsOf({ framework: framework.id, 'framework-version': framework.version, 'framework-sha256': framework.hash, 'state-sha256': stateHash }),
  }
}

const observationOf = (idOf: NamedId, { inspection, firstDay, recordedAt }: DataExport) => ({ id, kind, label, day }: DataExport['sources'][number]) => ({
  uuid: idOf(`observation/${inspection}/${id}`), title: `${KINDS[kind]}${label === null ? '' : ` ${label}`}`, description: `${KINDS[kind]}${label === null ? '' : ` ${label}`}`,
  ...propsOf({ label, 'source-id': id, kind }),
  methods: [METHODS[kind]], types: ['finding'], collected: momentOf(day ?? firstDay, recordedAt),
})

function findingOf(idOf: NamedId, { inspection, sources, improvements }: DataExport) {
  return ({ id, number, statement, standing, rating, rationale, earlier, criterion }: ExportedExpectation) => ({
    uuid: idOf(`finding/${inspection}/${id}`), title: `${number} ${lineOf(statement)}`, description: rationale?.trim() || 'Geen onderbouwing vastgelegd.',
    ...propsOf({ expectation: id, number, criterion, rating: rating?.code, 'rating-label': rating?.label, 'earlier-rating': earlier?.code, development: earlier?.development }),
    target: { type: 'objective-id', 'target-id': tokenOf(id), status: { state: standing === 'met' ? 'satisfied' : 'not-satisfied', reason: standing === 'met' ? 'pass' : 'fail' } },
    ...some('related-observations', sources.filter(({ expectations }) => expectations.includes(id)).map((source) => ({ 'observation-uuid': idOf(`observation/${inspection}/${source.id}`) }))),
    ...some('related-risks', improvements.filter(({ expectations }) => expectations.includes(id)).map((point) => ({ 'risk-uuid': idOf(`risk/${inspection}/${point.id}`) }))),
  })
}

function riskOf(idOf: NamedId, { inspection, measures }: DataExport) {
  return ({ id, label, title, text, urgency, state, establishedOn, measures: served }: DataExport['improvements'][number]) => {
    const own = measures.filter((measure) => served.includes(measure.id))
    const due = own.flatMap(({ due }) => due ?? []).sort().at(-1) ?? null
    return {
      uuid: idOf(`risk/${inspection}/${id}`), title: pointTitle(label, title), description: text?.trim() || pointTitle(label, title), statement: text?.trim() || pointTitle(label, title),
      ...propsOf({ label, urgency, 'state-on': state?.on, 'state-source': state?.source, 'established-on': establishedOn, 'improvement-state': state?.state ?? 'open' }),
      status: state?.state === 'lifted' ? 'closed' : own.length > 0 ? 'remediating' : 'open',
      ...(due === null ? {} : { deadline: momentOf(due, '') }),
      ...some('remediations', own.map((measure) => ({
        uuid: idOf(`measure/${inspection}/${id}/${measure.id}`), lifecycle: measure.establishedOn === null ? 'planned' : 'completed',
        title: pointTitle(measure.label, null), description: measure.what?.trim() || pointTitle(measure.label, null),
        ...propsOf({ label: measure.label, owner: measure.owner, due: measure.due, 'claimed-on': measure.claimedOn, 'established-on': measure.establishedOn }),
      }))),
    }
  }
}

const pointTitle = (label: string | null, title: string | null) => [label ?? '≠', title ?? ''].map(lineOf).join(' ').trim()

/**
 * An inspection as OSCAL assessment results (NIST, JSON 1.0): what was met or not as findings, sources as observations, improvement points as risks. What is open,
 * does not apply or was not examined is excluded from what was reviewed, for OSCAL knows satisfied and not satisfied only.
 */
export function assessmentResultsOf(whole: DataExport, idOf: NamedId) {
  const { inspection, organisation, framework, expectations, sources, improvements, firstDay, lastDay, recordedAt, verdict, kind } = whole
  const [found, left] = [expectations.filter(isFound), expectations.filter((one) => !isFound(one))]
  const controls = (list: readonly ExportedExpectation[]) => list.map(({ id }) => ({ 'control-id': tokenOf(id) }))
  return {
    'assessment-results': {
      uuid: idOf(`assessment-results/${inspection}`),
      metadata: metadataOf(whole, 'Inspectie'),
      'import-ap': { href: `#${idOf(`framework/${framework.hash}`)}`, remarks: `${framework.title} (${framework.version})` },
      results: [{
        uuid: idOf(`result/${inspection}`), title: organisation?.name ?? inspection, description: framework.title,
        start: momentOf(firstDay, recordedAt), ...(lastDay === null ? {} : { end: momentOf(lastDay, recordedAt) }),
        ...propsOf({ inspection, kind, outcome: verdict.outcome, 'outcome-label': verdict.label }),
        'reviewed-controls': { 'control-selections': [{ ...some('include-controls', controls(found)), ...some('exclude-controls', controls(left)) }] },
        ...some('observations', sources.map(observationOf(idOf, whole))),
        ...some('risks', improvements.map(riskOf(idOf, whole))),
        ...some('findings', found.map(findingOf(idOf, whole))),
      }],
      'back-matter': { resources: [{ uuid: idOf(`framework/${framework.hash}`), title: framework.title, ...propsOf({ 'framework-sha256': framework.hash }) }] },
    },
  }
}

/** The improvement points as an OSCAL plan of action and milestones, with the findings and sources they come from; null where there is no point. */
export function planOfActionOf(whole: DataExport, idOf: NamedId) {
  const { inspection, organisation, expectations, sources, improvements } = whole
  if (improvements.length === 0) return null
  const about = new Set(improvements.flatMap(({ expectations }) => expectations))
  const found = expectations.filter((one) => isFound(one) && about.has(one.id))
  const spoken = sources.filter((source) => source.expectations.some((id) => found.some((one) => one.id === id)))
  return {
    'plan-of-action-and-milestones': {
      uuid: idOf(`poam/${inspection}`),
      metadata: metadataOf(whole, 'Verbeterpunten'),
      ...(organisation ? { 'system-id': { 'identifier-type': 'https://ietf.org/rfc/rfc4122', id: organisation.id } } : {}),
      ...some('observations', spoken.map(observationOf(idOf, whole))),
      risks: improvements.map(riskOf(idOf, whole)),
      ...some('findings', found.map(findingOf(idOf, whole))),
      'poam-items': improvements.map(({ id, label, title, text, urgency, expectations: asked }) => ({
        uuid: idOf(`poam-item/${inspection}/${id}`), title: pointTitle(label, title), description: text?.trim() || pointTitle(label, title), ...propsOf({ label, urgency, 'improvement-id': id }),
        ...some('related-findings', found.filter((one) => asked.includes(one.id)).map((one) => ({ 'finding-uuid': idOf(`finding/${inspection}/${one.id}`) }))),
        'related-risks': [{ 'risk-uuid': idOf(`risk/${inspection}/${id}`) }],
      })),
    },
  }
}
