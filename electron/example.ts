import drenthe from '../resources/examples/drenthe.json' with { type: 'json' }
import invented from '../resources/examples/drenthe-files.json' with { type: 'json' }
import type { Client } from '../shared/api/client.ts'
import { ExampleCase, type ExampleRound } from '../shared/domain/example-case.ts'
import { ExampleFiles } from '../shared/domain/example-files.ts'

type Json = Parameters<Client['field']['record']>[0]['value']

export const exampleCase = (): ExampleCase => ExampleCase.parse(drenthe)

/**
 * Judges every round of the worked case, by the same operations as a person's hand would. Returns the inspection made for each round, by
 * the id of the round.
 */
export async function judgeExample(api: Client): Promise<Map<string, string>> {
  const { rounds, ...about } = exampleCase()
  const inspections = new Map<string, string>()
  for (const round of rounds) inspections.set(round.id, await judgeRound(api, about, round, inspections))
  return inspections
}

async function judgeRound(api: Client, about: Pick<ExampleCase, 'organisation' | 'framework'>, round: ExampleRound, done: Map<string, string>) {
  const { person } = (await api.workspace.status({}))!
  const framework = (await api.framework.list({})).find(({ id }) => id === about.framework)!
  const { id: inspection } = await api.inspection.create({
    organisation: about.organisation, framework: framework.hash, kind: round.kind,
    earlier: round.earlier === null ? null : done.get(round.earlier)!,
    firstDay: round.firstDay, lastDay: round.lastDay, announced: true,
    team: [{ name: person.name, role: 'lead', inspectorate: person.inspectorate }],
  })
  const write = (entity: string, entityId: string, field: string, value: Json) =>
    value === null ? null : api.field.record({ inspection, entity, entityId, field, value, reason: null, seen: [] })

  for (const [expectation, rating] of Object.entries(round.ratings)) await write('finding', expectation, 'rating', rating)
  for (const [expectation, rationale] of Object.entries(round.rationales)) await write('finding', expectation, 'rationale', rationale)
  for (const [criterion, { judgement, before, now }] of Object.entries(round.appraisals)) {
    await write('appraisal', criterion, 'judgement', judgement)
    await write('appraisal', criterion, 'before', before)
    await write('appraisal', criterion, 'now', now)
  }
  const writeAll = async (entity: string, entityId: string, fields: Readonly<Record<string, Json | undefined>>) => {
    for (const [field, value = null] of Object.entries(fields)) await write(entity, entityId, field, value)
  }
  for (const { topic, label, ...rest } of round.profile ?? []) {
    await writeAll('profile', (await api.claim.addFact({ inspection, topic, label })).id, rest)
  }
  for (const { counted, system = null, ...rest } of round.caseloads ?? []) {
    await writeAll('caseload', (await api.claim.addCount({ inspection, counted, system })).id, rest)
  }
  for (const [expectation, fields] of Object.entries(round.performers ?? {})) await writeAll('performer', expectation, fields)
  return inspection
}

/** Reads the invented files of the worked case into an inspection: drawn from a list of just those, and the targeted ones beside them. */
export async function readExampleFiles(api: Client, inspection: string): Promise<void> {
  const { files, referenceDate, provenance } = ExampleFiles.parse(invented)
  const [drawn, targeted] = [files.filter((file) => file.drawn !== 'targeted'), files.filter((file) => file.drawn === 'targeted')]
  const { id: sample } = await api.fileReview.commitSeed({ inspection })
  const units = drawn.map(({ id }) => id)
  await api.fileReview.setPopulation({ inspection, sample, population: [{ name: '', size: units.length, units }] })
  await api.fileReview.draw({ inspection, sample, take: [units.length] })
  for (const { id: pseudonym } of targeted) await api.fileReview.addTargeted({ inspection, pseudonym, reason: provenance[0]! })
  await api.field.record({ inspection, entity: 'fileReckoning', entityId: inspection, field: 'referenceDate', value: referenceDate, reason: null, seen: [] })
  const idOf = new Map((await api.fileReview.grid({ inspection })).files.map(({ id, pseudonym }) => [pseudonym, id]))
  const cells = files.flatMap(({ id, answers }) =>
    Object.entries(answers).map(([field, value]) => ({ file: idOf.get(id)!, field, value, before: null })))
  await api.fileReview.enter({ inspection, cells })
}
