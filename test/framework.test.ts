import { expect, test } from 'vitest'
import { hash } from '../electron/crypto/hash.ts'
import en from '../shared/i18n/en.errors.json' with { type: 'json' }
import nl from '../shared/i18n/nl.errors.json' with { type: 'json' }
import { sourceKindsOf } from '../shared/domain/fieldwork.ts'
import { assertAssessed, assessedOf, criteriaOf, FrameworkFault, type Framework, listedOf, parseFramework } from '../shared/domain/framework.ts'
import { AppError } from '../shared/errors.ts'
import { framework } from './helpers/worked-case.ts'

const statements = {
  '1.1.1': 'De organisatie kan aantonen dat zij zoals de wet eist 24 uur per dag en 7 dagen per week te bereiken en beschikbaar is.',
  '1.1.2': 'Op elk uur van de week kan een eigen medewerker worden ingezet voor de handelingen die de wet aan Veilig Thuis opdraagt.',
  '1.1.3': 'Crisisinterventie wordt door Veilig Thuis zelf gedaan, of is met partners afgesproken (of beide).',
  '1.1.4': 'Een vertrouwensarts is 24 uur per dag en 7 dagen per week te bereiken.',
  '1.2.1': 'Binnen kantoortijden is er een vertrouwensarts die ingezet kan worden.',
  '1.2.2': 'Binnen kantoortijden kunnen medewerkers een gedragswetenschapper raadplegen.',
  '1.2.3': 'Als het nodig is kan Veilig Thuis gespecialiseerde professionals inschakelen; de bron noemt psychiaters, verslavingsdeskundigen en geriaters als voorbeeld.',
  '1.2.4': 'Binnen 5 dagen nadat de melding is ontvangen is de triage gedaan en is het onderzoek gestart.',
  '1.2.5': 'Een onderzoek is klaar binnen 10 weken na het besluit over de vervolgstappen die naar aanleiding van de melding nodig zijn.',
  '1.3.1': 'Er wordt met één registratiesysteem gewerkt.',
  '1.3.2': 'Dat registratiesysteem past bij en ondersteunt het werkproces.',
  '1.3.3': 'Professionals kunnen de dossiers van de voorgangers van Veilig Thuis inzien.',
  '1.3.4': 'Voor het opvragen van informatie bij andere Veilig Thuis-vestigingen zijn richtlijnen en een procedure in gebruik.',
  '2.1.1': 'Professionals beschikken over een beeld van de veiligheid van ieder lid van het gezin of huishouden dat bij is.',
  '2.1.2': 'De inschatting van veiligheid gebeurt met een gestandaardiseerd (risicotaxatie-)instrument.',
  '2.1.3': 'De veiligheid wordt door meerdere disciplines samen beoordeeld.',
  '2.2.1': 'Is er acute onveiligheid, dan grijpen professionals actief in.',
  '2.2.2': 'Hoe bij acute onveiligheid van gezins- of huishoudleden gehandeld wordt, bepalen meerdere disciplines samen.',
  '2.2.3': 'Professionals hebben de toerusting om acuut onveilige situaties van gezins- en huishoudleden aan te kunnen.',
  '3.1.1': 'Werk wordt verantwoord toegedeeld aan professionals.',
  '3.1.2': 'De ingezette professionals zijn aantoonbaar opgeleid voor de functie die zij vervullen.',
  '3.1.3': 'Medewerkers krijgen gelegenheid om hun kennis en vaardigheden op peil te houden.',
  '3.1.4': 'Er zijn vastgestelde richtlijnen en procedures voor hoe professionals handelen.',
  '3.2.1': 'Met de ketenpartners is schriftelijk vastgelegd hoe wordt samengewerkt.',
  '3.2.2': 'Professionals worden in de gelegenheid gesteld om met ketenpartners samen te werken.',
}

const listed = listedOf(framework)
const get = (id: string) => listed.find((expectation) => expectation.id === id)!
const idsWith = (has: (expectation: (typeof listed)[number]) => boolean) => listed.filter(has).map(({ id }) => id)

test('the framework of 2015 is this one and no other', () => {
  expect(framework).toMatchObject({ id: 'vt-2015-step-1', version: '2015', title: 'Toetsingskader Veilig Thuis 2015, stap 1', language: 'nl' })
  expect(hash(framework)).toBe('b0d62dbe9e0df1018f2eeafd7e1232cce2aa5ecc50cdfb9f8304dda668684381')
})

test('it has 3 themes, 7 criteria and 25 expectations, of which 24 are assessed', () => {
  expect(framework.themes.map(({ number, title }) => [number, title])).toEqual([
    ['1', 'Randvoorwaarden'], ['2', 'Veiligheid'], ['3', 'Organisatie'],
  ])
  expect(criteriaOf(framework).map(({ number, title }) => [number, title])).toEqual([
    ['1.1', 'Bereikbaar en beschikbaar op elk moment'],
    ['1.2', 'Voldoende personeel, in kwaliteit en in aantal'],
    ['1.3', 'Voldoende materieel, in kwaliteit en in hoeveelheid'],
    ['2.1', 'Goed zicht op de veiligheid van elk lid van het gezin of huishouden'],
    ['2.2', 'Acuut onveilige situaties worden beëindigd'],
    ['3.1', 'Inzet van gekwalificeerde professionals'],
    ['3.2', '(Jeugd)hulp hangt samen met andere hulp'],
  ])
  expect(listed).toHaveLength(25)
  expect(assessedOf(framework)).toHaveLength(24)
  const perTheme = framework.themes.map(({ id }) => assessedOf(framework).filter(({ theme }) => theme === id).length)
  expect(perTheme).toEqual([13, 6, 5])
})

test('the themes ask what the inspectorates asked', () => {
  expect(framework.themes.map(({ aim }) => aim)).toEqual([
    'Is voldaan aan de (wettelijke) voorwaarden om de taken verantwoord te kunnen uitvoeren?',
    'Zijn alle leden van gezinnen en huishoudens beschermd tegen gevaren?',
    'Zijn de organisatorische voorwaarden aanwezig om de taken verantwoord uit te voeren?',
  ])
})

test('every expectation says this, and none claims to be the official text', () => {
  expect(Object.fromEntries(listed.map(({ id, statement }) => [id, statement]))).toEqual(statements)
  expect(listed.map(({ id, number }) => id === number)).not.toContain(false)
  const parts = [...listed, ...criteriaOf(framework), ...framework.themes, framework.rule, framework.standard, framework.fieldwork!]
  expect(new Set(parts.map(({ wording }) => wording))).toEqual(new Set(['ownWording']))
  expect(framework.provenance.join(' ')).toContain('De officiële tekst gaat voor en kan worden ingelezen')
})

test('only 3.1.1 is listed without being assessed, and it says why', () => {
  expect(idsWith(({ assessed }) => !assessed)).toEqual(['3.1.1'])
  expect(get('3.1.1').notAssessedBecause).toMatch(/^Wordt nog niet beoordeeld: wat verantwoorde werktoedeling inhoudt/)
  expect(() => assertAssessed(framework, '3.1.1')).toThrow('not-assessed {"expectation":"3.1.1"}')
  expect(() => assertAssessed(framework, '9.9.9')).toThrow('not-found')
  expect(() => assertAssessed(framework, '1.1.1')).not.toThrow()
})

test('the law itself demands four of them', () => {
  expect(idsWith(({ legal }) => legal)).toEqual(['1.1.1', '1.1.2', '1.2.4', '1.2.5'])
})

test('the terms are 5 days and 10 weeks, each with its beginning and its end', () => {
  expect(get('1.2.4').limbs).toEqual(['triage uitgevoerd', 'onderzoek gestart'])
  expect(idsWith(({ limbs }) => limbs.length > 0)).toEqual(['1.2.4'])
  expect(get('1.2.4').guidance).toContain('Termijn: 5 dagen. Van: de ontvangst van de melding. Tot: de triage is uitgevoerd en het onderzoek is gestart.')
  expect(get('1.2.5').guidance).toBe(
    'Termijn: 10 weken. Van: het besluit over de noodzakelijke vervolgstappen (triagebesluit). Tot: de afronding van het onderzoek.')
  for (const id of ['1.1.1', '1.1.2', '1.1.4']) expect(get(id).guidance).toContain('24 uur per dag en 7 dagen per week')
  expect(get('1.3.1').guidance).toContain('1 registratiesysteem')
})

test('footnotes stand where the source has them', () => {
  expect(framework.footnotes.map(({ id, number }) => [id, number])).toEqual([['fn-scope', '3'], ['fn-va247', '4'], ['fn-werktoedeling', '5']])
  expect(framework.footnotes.map(({ text }) => text)).toEqual([
    'Uitgangspunt: Veilig Thuis betrekt alle leden van het gezin of huishouden actief, zowel bij het analyseren van de problemen als bij de oplossing.',
    'De vertrouwensartsen zeggen te streven naar realisatie eind 2016.',
    'Nog niet beoordeeld: wat verantwoorde werktoedeling inhoudt moet verder worden uitgewerkt.',
  ])
  expect(listed.flatMap(({ id, footnotes }) => footnotes.map((footnote) => [id, footnote]))).toEqual([
    ['1.1.4', 'fn-va247'], ['3.1.1', 'fn-werktoedeling'],
  ])
})

test('the scales are + − n.v.t. and V M O', () => {
  const { rating, judgement } = framework.scales
  expect(rating.map(({ code, label, key, counts, met }) => [code, label, key, counts, met])).toEqual([
    ['+', 'voldoet', '+', true, true], ['-', 'voldoet niet', '-', true, false], ['nvt', 'niet van toepassing', 'n', false, false],
  ])
  expect(judgement.map(({ code, label, key, sufficient }) => [code, label, key, sufficient])).toEqual([
    ['V', 'voldoende', 'v', true], ['M', 'matig', 'm', false], ['O', 'onvoldoende', 'o', false],
  ])
})

test('the rule asks 20 and the whole of Veiligheid; the standard asks all', () => {
  const { outcomes, notApplicable, statement } = framework.rule
  expect(outcomes.map(({ code, label, when }) => [code, label, when])).toEqual([
    ['voldoende', 'voldoende', {
      kind: 'all', of: [{ kind: 'count', what: 'met', compare: 'at-least', count: 20, within: null }, { kind: 'every', within: { theme: '2' } }],
    }],
    ['niet-voldoende', 'voldoet nog niet aan de eisen', null],
  ])
  expect(notApplicable).toBe('unstated')
  expect(statement).toContain('ten minste 20 van de 24 beoordeelde verwachtingen')
  expect(framework.standard.statement).toContain('uiteindelijk aan alle verwachtingen moet voldoen')
})

const fieldwork = framework.fieldwork!

test('whatever is assessed can be reached by two kinds of source, and everything listed can be asked about', () => {
  for (const { id } of assessedOf(framework)) expect([id, sourceKindsOf(fieldwork, id).length >= 2]).toEqual([id, true])
  expect(sourceKindsOf(fieldwork, '3.1.1')).toEqual(['interview'])
  expect(sourceKindsOf(fieldwork, '2.2.2')).toEqual(['interview', 'file', 'document', 'observation'])
  expect(sourceKindsOf(fieldwork, '1.3.2')).toEqual(['interview', 'observation'])
  expect(fieldwork.minimumSourceKinds).toBeNull()
})

test('four roles are asked, each in its own words', () => {
  expect(fieldwork.roles.map(({ title, questions }) => [title, questions.length])).toEqual([
    ['Management', 12], ['Uitvoerend medewerkers', 16], ['Vertrouwensarts', 4], ['Gedragswetenschapper', 5],
  ])
  const texts = fieldwork.roles.flatMap(({ questions }) => questions.map(({ text }) => text))
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.filter((text) => !text.endsWith('?'))).toEqual([])
})

test('a file is asked for its days and bands, and never for a day of birth', () => {
  const kinds = Map.groupBy(fieldwork.fileFields, ({ kind }) => kind)
  expect(kinds.get('date')!.map(({ id }) => id)).toEqual([
    'report', 'acute-assessed', 'acute-action-day', 'triage-decision', 'informed', 'feedback-triage', 'investigation-start',
    'investigation-plan', 'talks', 'safety-plan', 'investigation-end', 'handover', 'handover-confirmed', 'feedback-investigation',
    'monitoring', 'violence-stopped', 'closed',
  ])
  expect(kinds.get('band')!.map(({ label }) => label)).toEqual(['Leeftijd van het jongste kind'])
  expect(fieldwork.fileFields.filter(({ label }) => /geboorte|naam|bsn/i.test(label))).toEqual([])
})

test('its terms are these, and its targets say that they are not of the framework', () => {
  const { terms, targets, chronology } = fieldwork
  expect(terms.map(({ id, value, unit, basis, from, to, act, expectations }) => [id, value, unit, basis, from, to.join(' '), act, expectations.join(' ')])).toEqual([
    ['triage', 5, 'days', 'calendar', 'report', 'triage-decision', true, '1.2.4'],
    ['start', 5, 'days', 'calendar', 'report', 'investigation-start', true, '1.2.4'],
    ['triage-and-start', 5, 'days', 'calendar', 'report', 'triage-decision investigation-start', true, '1.2.4'],
    ['investigation', 10, 'weeks', 'calendar', 'triage-decision', 'investigation-end', true, '1.2.5'],
    ['informed', 4, 'weeks', 'calendar', 'report', 'informed', false, ''],
    ['waiting', 4, 'weeks', 'calendar', 'triage-decision', 'investigation-start', false, '1.2.4 2.1.1'],
  ])
  expect(targets.map(({ term, percentage }) => [term, percentage])).toEqual([['triage', 90], ['investigation', 80]])
  expect(targets.every(({ source }) => source.includes('niet uit dit kader'))).toBe(true)
  expect(chronology).toEqual(['report', 'triage-decision', 'investigation-start', 'investigation-end', 'handover'])
})

// What parseFramework refuses. Each case breaks a good framework in one place.

type Draft = Record<string, unknown>

/** A condition below so many others. */
function deep(levels: number): unknown {
  let condition: unknown = { kind: 'every', within: null }
  for (let level = 0; level < levels; level++) condition = { kind: 'all', of: [condition] }
  return condition
}

const share = (compare: string, percent: number) => ({ kind: 'share', what: 'met', compare, percent, within: null })

function set(path: string, value: unknown) {
  return (draft: Draft) => {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
    const last = keys.pop()!
    const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, draft)
    if (value === undefined) delete parent[last]
    else parent[last] = value
  }
}

function refusalOf(value: unknown): unknown {
  try {
    parseFramework(value)
  } catch (error) {
    if (error instanceof AppError) return error.failure
    throw error
  }
  return null
}

const spoiled = (...changes: ((draft: Draft) => void)[]) => {
  const draft = structuredClone(framework) as unknown as Draft
  for (const change of changes) change(draft)
  return refusalOf(draft)
}
const refusal = (where: string, what: string) => ({ code: 'framework-invalid', details: expect.objectContaining({ where, what }) as unknown })

const second = 'themes[0].criteria[1].expectations[2]'
const best = 'rule.outcomes[0].when'

test.each<[string, unknown, string, string]>([
  // path, value put there, where it is found, what is wrong
  ['title', undefined, 'title', 'missing'],
  [`${second}.id`, undefined, `${second}.id`, 'missing'],
  [`${second}.id`, '1 2', `${second}.id`, 'wrong-value'],
  [`${second}.id`, '1.1.1', `${second}.id`, 'duplicate'],
  [`${second}.rating`, '+', `${second}.rating`, 'unknown-field'],
  ['$t(error', 7, '?t?error', 'unknown-field'],
  [`${second}.statement`, 'Lone \ud800 half', `${second}.statement`, 'wrong-value'],
  [`${second}.statement`, 'Bell \u0007', `${second}.statement`, 'wrong-value'],
  [`${second}.assessed`, 'yes', `${second}.assessed`, 'wrong-value'],
  [`${second}.assessed`, false, `${second}.notAssessedBecause`, 'reason-missing'],
  [`${second}.notAssessedBecause`, 'zomaar', `${second}.notAssessedBecause`, 'reason-without-cause'],
  [`${second}.footnotes`, ['fn-scope', 'fn-gone'], `${second}.footnotes[1]`, 'unknown-footnote'],
  [`${second}.footnotes`, ['fn-scope', 'fn-scope'], `${second}.footnotes[1]`, 'duplicate'],
  ['themes[2].id', '1', 'themes[2].id', 'duplicate'],
  ['themes[1].criteria[0].id', '1.1', 'themes[1].criteria[0].id', 'duplicate'],
  ['themes[1].criteria', [], 'themes[1].criteria', 'missing'],
  [`${second}.statement`, ' ', `${second}.statement`, 'missing'],
  ['footnotes[1].id', 'fn-scope', 'footnotes[1].id', 'duplicate'],
  ['scales.rating[1].code', '+', 'scales.rating[1].code', 'duplicate'],
  ['scales.rating[1].key', '+', 'scales.rating[1].key', 'duplicate'],
  ['scales.rating[1].key', '→', 'scales.rating[1].key', 'wrong-value'],
  ['scales.judgement[2].code', 'V', 'scales.judgement[2].code', 'duplicate'],
  ['scales.judgement[2].key', 'v', 'scales.judgement[2].key', 'duplicate'],
  ['scales.rating[0].met', false, 'scales.rating', 'nothing-met'],
  ['scales.rating[1].met', true, 'scales.rating', 'nothing-not-met'],
  ['scales.rating[2].met', true, 'scales.rating[2].met', 'met-without-counting'],
  ['rule.outcomes[1].code', 'voldoende', 'rule.outcomes[1].code', 'duplicate'],
  ['rule.outcomes[1].code', 'open', 'rule.outcomes[1].code', 'reserved-code'],
  ['rule.outcomes[1].when', { kind: 'every', within: null }, 'rule.outcomes[1].when', 'otherwise-not-last'],
  [best, null, best, 'otherwise-not-last'],
  [`${best}.of[1].within`, { theme: '4' }, `${best}.of[1].within.theme`, 'unknown-theme'],
  [`${best}.of[1].within`, { criterion: '4.1' }, `${best}.of[1].within.criterion`, 'unknown-criterion'],
  [`${best}.of[1].within`, { theme: '2', criterion: '2.1' }, `${best}.of[1].within`, 'wrong-value'],
  [`${best}.of[1]`, { kind: 'not', of: [] }, `${best}.of[1].of`, 'missing'],
  [`${best}.of[0]`, share('more-than', 100), `${best}.of[0].percent`, 'never-holds'],
  [`${best}.of[0]`, share('at-most', 100), `${best}.of[0].percent`, 'always-holds'],
  [`${best}.of[0]`, share('at-most', 75.5), `${best}.of[0].percent`, 'wrong-value'],
  [`${best}.of[0]`, { kind: 'fact', fact: 'list', compare: 'equals', value: true }, `${best}.of[0].fact`, 'unknown-fact'],
  [`${best}.of[0].count`, 25, `${best}.of[0].count`, 'more-than-assessed'],
  [`${best}.of[0].count`, 0, `${best}.of[0].count`, 'always-holds'],
  [`${best}.of[0].count`, -1, `${best}.of[0].count`, 'wrong-value'],
  [`${best}.of[0].kind`, 'most', `${best}.of[0].kind`, 'wrong-value'],
  ['fieldwork', undefined, 'fieldwork', 'missing'],
  ['fieldwork.roles[1].id', 'management', 'fieldwork.roles[1].id', 'duplicate'],
  ['fieldwork.roles[1].questions[0].id', 'm-reach', 'fieldwork.roles[1].questions[0].id', 'duplicate'],
  ['fieldwork.roles[0].questions[2].expectations', ['1.1.3', '9.9.9'], 'fieldwork.roles[0].questions[2].expectations[1]', 'unknown-expectation'],
  ['fieldwork.roles[0].questions[2].expectations', [], 'fieldwork.roles[0].questions[2].expectations', 'missing'],
  ['fieldwork.documents[0].expectations', ['1.1.9'], 'fieldwork.documents[0].expectations[0]', 'unknown-expectation'],
  ['fieldwork.observations[0].expectations', ['1.1.1', '1.1.1'], 'fieldwork.observations[0].expectations[1]', 'duplicate'],
  ['fieldwork.fileFields[6].id', 'location', 'fieldwork.fileFields[6].id', 'duplicate'],
  ['fieldwork.fileFields[6].kind', 'birthday', 'fieldwork.fileFields[6].kind', 'wrong-value'],
  ['fieldwork.fileFields[6].options', [], 'fieldwork.fileFields[6].options', 'unknown-field'],
  ['fieldwork.fileFields[0].options[1].code', 'current', 'fieldwork.fileFields[0].options[1].code', 'duplicate'],
  ['fieldwork.fileFields[0].options[1].code', 'not-found', 'fieldwork.fileFields[0].options[1].code', 'wrong-value'],
  ['fieldwork.fileFields[3].irrelevantWhen.field', 'family', 'fieldwork.fileFields[3].irrelevantWhen.field', 'unknown-file-field'],
  ['fieldwork.fileFields[3].irrelevantWhen.field', 'youngest', 'fieldwork.fileFields[3].irrelevantWhen.field', 'unknown-file-field'],
  ['fieldwork.fileFields[3].irrelevantWhen.answers', ['adults'], 'fieldwork.fileFields[3].irrelevantWhen.answers[0]', 'unknown-answer'],
  ['fieldwork.chronology[1]', 'triage', 'fieldwork.chronology[1]', 'unknown-file-field'],
  ['fieldwork.chronology[1]', 'follow-up', 'fieldwork.chronology[1]', 'not-a-date'],
  ['fieldwork.chronology[1]', 'report', 'fieldwork.chronology[1]', 'duplicate'],
  ['fieldwork.terms[1].id', 'triage', 'fieldwork.terms[1].id', 'duplicate'],
  ['fieldwork.terms[1].from', 'acute', 'fieldwork.terms[1].from', 'not-a-date'],
  ['fieldwork.terms[2].to[1]', 'gone', 'fieldwork.terms[2].to[1]', 'unknown-file-field'],
  ['fieldwork.terms[3].basis', 'working', 'fieldwork.terms[3].basis', 'wrong-value'],
  ['fieldwork.terms[3].expectations', ['5'], 'fieldwork.terms[3].expectations[0]', 'unknown-expectation'],
  ['fieldwork.targets[0].term', 'gone', 'fieldwork.targets[0].term', 'unknown-term'],
  ['fieldwork.targets[0].term', 'investigation', 'fieldwork.targets[1].term', 'duplicate'],
  ['fieldwork.minimumSourceKinds', 3, 'fieldwork.minimumSourceKinds', 'sources-out-of-reach'],
])('a framework with %s set to %j is refused at %s: %s', (path, value, where, what) => {
  expect(spoiled(set(path, value))).toEqual(refusal(where, what))
})

test.each([6, 20_000])('conditions nested %i deep are refused where that becomes too deep', (levels) => {
  expect(spoiled(set(best, deep(levels)))).toEqual(refusal(`${best}${'.of[0]'.repeat(5)}.of`, 'too-deep'))
})

test('conditions may be nested five deep, and a count may ask for all that is assessed', () => {
  expect(spoiled(set(best, deep(5)))).toBeNull()
  expect(spoiled(set(`${best}.of[0].count`, 24))).toBeNull()
})

test('a framework may ask for two kinds of source, or say nothing about a visit', () => {
  expect(spoiled(set('fieldwork.minimumSourceKinds', 2))).toBeNull()
  expect(spoiled(set('fieldwork', null))).toBeNull()
})

test('a rule may have more than two outcomes, of which only the last has no condition', () => {
  const [sufficient, insufficient] = framework.rule.outcomes
  const between = (when: unknown) => ({ ...sufficient!, code: 'matig', when })
  expect(spoiled(set('rule.outcomes', [sufficient, between({ kind: 'every', within: { criterion: '1.1' } }), insufficient]))).toBeNull()
  expect(spoiled(set('rule.outcomes', [sufficient, between(null), insufficient]))).toEqual(refusal('rule.outcomes[1].when', 'otherwise-not-last'))
})

test('a rule cannot lean on a theme in which nothing is assessed', () => {
  const unassessed = [0, 1].flatMap((criterion) => [0, 1, 2].flatMap((index) => {
    const place = `themes[1].criteria[${criterion}].expectations[${index}]`
    return [set(`${place}.assessed`, false), set(`${place}.notAssessedBecause`, 'nog niet uitgewerkt')]
  }))
  expect(spoiled(...unassessed, set(`${best}.of[0].count`, 18))).toEqual(refusal(`${best}.of[1].within.theme`, 'theme-not-assessed'))
})

test.each([null, undefined, 7, 'kader', [], {}])('%j is no framework', (value) => {
  expect(refusalOf(value)).toMatchObject({ code: 'framework-invalid' })
})

test('what is read in is what was written, so its hash is that of the file', () => {
  const read: Framework = parseFramework(structuredClone(framework))
  expect(hash(read)).toBe(hash(framework))
})

test('everything that can be wrong with a framework has a sentence in both languages', () => {
  for (const texts of [nl, en]) expect(Object.keys(texts.frameworkFault)).toEqual(expect.arrayContaining(FrameworkFault.options))
})
