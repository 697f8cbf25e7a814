import type { Edit } from '../../../shared/domain/entity.ts'
import { expectationOf, listedOf } from '../../../shared/domain/framework.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { currentStandOf, type EarlierPoint, missingPointsOf, suggestedStateOf, titleOf } from '../../../shared/domain/improvement.ts'
import { nextLabel } from '../../../shared/domain/source.ts'
import { appError } from '../../../shared/errors.ts'
import { record } from '../../db/change-log.ts'
import { findDraft } from '../../db/draft.ts'
import type { Context, Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { findEarlier } from '../comparison/repository.ts'
import { labelsOf } from '../document/repository.ts'
import { getFrameworkOf, getRound } from '../inspection/repository.ts'
import { bytesOfPlan, previewPlan, takePlan } from './plan.ts'
import { printedPoints } from './print.ts'
import { type ListedPoint, listLines, listMeasures, listPlans, listPoints, standsOf } from './repository.ts'
import { tableBytes } from './table.ts'
import { timelineOf } from './timeline.ts'

export const improvement: Handlers<'improvement'> = {
  list: (context, { inspection, day }) => {
    const { db } = context
    const { framework, ratingOf } = getRound(db, inspection)
    const points = listPoints(db, inspection)
    const earlier = waitingIn(context, inspection, points)
    const draftOf = (entity: 'improvement' | 'improvementMeasure', entityId: string, field: string) => {
      const draft = findDraft(context, { inspection, entity, entityId, field })
      return typeof draft === 'string' ? draft : null
    }
    const stand = currentStandOf(framework, ratingOf, points.map(standsOf), day)
    const places = new Map(listedOf(framework).map(({ id }, place) => [id, place]))
    return {
      framework: getFrameworkOf(db, inspection).hash,
      points: points.map((point) => ({ ...point, draft: draftOf('improvement', point.id, 'text') })),
      measures: listMeasures(db, inspection, day).map((measure) => ({ ...measure, draft: draftOf('improvementMeasure', measure.id, 'what') })),
      lines: listLines(db, inspection),
      plans: listPlans(db, inspection),
      missing: missingPointsOf(framework, ratingOf, points, []).flatMap(({ expectations }) => [...expectations])
        .sort((a, b) => places.get(a)! - places.get(b)!),
      earlier: earlier.map((point) => ({ ...point, suggested: suggestedStateOf(framework, ratingOf, point) })),
      stand: stand.published.open > 0 ? null : { ...stand, lifted: [...stand.lifted], open: [...stand.open] },
    }
  },

  timeline: ({ db }, { inspection, point }) => timelineOf(db, inspection, point),

  make: (context, { inspection }) => {
    const { framework, ratingOf } = getRound(context.db, inspection)
    const points = listPoints(context.db, inspection)
    const missing = missingPointsOf(framework, ratingOf, points, waitingIn(context, inspection, points))
    const taken = labelsOf(context.db, inspection, 'improvement')
    const edits = missing.flatMap(({ expectations, carries }) => {
      const label = nextLabel('VP', taken)
      taken.push(label)
      const title = carries?.title ?? titleOf(expectationOf(framework, expectations[0]!)!.statement)
      return pointEdits({ id: context.newId(), label, title, expectations, carries })
    })
    return { made: missing.length, ...give(context, inspection, edits) }
  },

  add: (context, { inspection, title, expectations }) => {
    const [id, label] = [context.newId(), nextLabel('VP', labelsOf(context.db, inspection, 'improvement'))]
    return { id, label, ...give(context, inspection, pointEdits({ id, label, title, expectations, carries: null })) }
  },

  carry: (context, { inspection, point, state, reason }) => {
    const carries = waitingIn(context, inspection, listPoints(context.db, inspection)).find((one) => one.id === point)
    if (!carries) throw appError('not-found', { what: 'improvement', id: point })
    const { framework } = getFrameworkOf(context.db, inspection)
    const expectations = carries.expectations.filter((expectation) => expectationOf(framework, expectation))
    const [id, label] = [context.newId(), nextLabel('VP', labelsOf(context.db, inspection, 'improvement'))]
    const edits: Edit[] = [
      ...pointEdits({ id, label, title: carries.title, expectations, carries }),
      { entity: 'improvement', entityId: id, kind: 'set', seen: [], field: 'state', value: state, reason },
    ]
    return { id, label, ...give(context, inspection, edits) }
  },

  addMeasure: (context, { inspection, point, what }) => {
    assertPoint(context, inspection, point)
    return addMeasure(context, inspection, point, [{ field: 'what', value: what }])
  },

  addProgress: (context, { inspection, measure, entry }) => {
    if (!listMeasures(context.db, inspection, entry.on).some(({ id }) => id === measure)) throw appError('not-found', { what: 'measure', id: measure })
    const at = { entity: 'progress', entityId: `${measure}/${context.newId()}`, kind: 'set', reason: null, seen: [] } as const
    return give(context, inspection, [{ ...at, field: 'entry', value: entry }])
  },

  adopt: (context, { inspection, line }) => {
    const found = listLines(context.db, inspection).find(({ id }) => id === line)
    if (!found || found.said.measure !== null || found.adopted !== null) throw appError('not-found', { what: 'plan line', id: line })
    const { point, what, owner, due } = found.said
    assertPoint(context, inspection, point)
    const made = addMeasure(context, inspection, point, [
      { field: 'what', value: what }, ...(owner === null ? [] : [{ field: 'owner', value: owner } as const]), ...(due === null ? [] : [{ field: 'due', value: due } as const]),
    ])
    const at = { entity: 'planLine', entityId: line, kind: 'set', reason: null, seen: [] } as const
    return { ...made, ...give(context, inspection, [{ ...at, field: 'adopted', value: made.id }]) }
  },

  writePlan: async (context, { inspection, file, day }) => write(context, file, await bytesOfPlan(context.db, inspection, day)),
  previewPlan: async (context, { inspection, file }) => {
    const { path, name } = context.files.toRead(file)
    return { name, ...await previewPlan(context.db, inspection, path) }
  },
  takePlan: async (context, { file, ...input }) => takePlan(context, input, context.files.toRead(file).path),
  write: async (context, { inspection, file, format, day }) => write(context, file, await tableBytes(context.db, inspection, format, day)),
  print: async (context, { inspection, file, day }) => write(context, file, printedPoints(context.db, inspection, day)),
}

type Measured = { field: 'what' | 'owner' | 'due'; value: string }

function addMeasure(context: Context, inspection: string, point: string, fields: readonly Measured[]) {
  const [entityId, label] = [context.newId(), nextLabel('M', labelsOf(context.db, inspection, 'improvementMeasure'))]
  const as = { kind: 'set', reason: null, seen: [] } as const
  const edits: Edit[] = [
    { ...as, entity: 'improvementMeasure', entityId, field: 'label', value: label },
    ...fields.map((field) => ({ ...as, entity: 'improvementMeasure' as const, entityId, ...field })),
    { ...as, entity: 'measurePoint', entityId: `${entityId}/${point}`, field: 'serves', value: true },
  ]
  return { id: entityId, label, ...give(context, inspection, edits) }
}

interface NewPoint {
  id: string
  label: string
  title: string
  expectations: readonly string[]
  carries: EarlierPoint | null
}

function pointEdits({ id: entityId, label, title, expectations, carries }: NewPoint): Edit[] {
  const as = { entity: 'improvement', entityId, kind: 'set', reason: null, seen: [] } as const
  const { text, urgency } = carries ?? { text: null, urgency: null }
  return [
    { ...as, field: 'label', value: label }, { ...as, field: 'title', value: title },
    ...(carries === null ? [] : [{ ...as, field: 'carries', value: carries.id } as const]),
    ...(text === null ? [] : [{ ...as, field: 'text', value: text } as const]),
    ...(urgency === null ? [] : [{ ...as, field: 'urgency', value: urgency } as const]),
    ...expectations.map((expectation) => ({
      ...as, entity: 'pointExpectation' as const, entityId: `${entityId}/${expectation}`, field: 'concerns' as const, value: true as const,
    })),
  ]
}

function give(context: Context, inspection: string, edits: readonly Edit[]): { savedAt: string } {
  const { framework } = getFrameworkOf(context.db, inspection)
  for (const edit of edits) assertAllowed(framework, { inspection, ...edit })
  return record(context, inspection, edits)
}

function assertPoint({ db }: Context, inspection: string, point: string): void {
  if (!listPoints(db, inspection).some(({ id }) => id === point)) throw appError('not-found', { what: 'improvement', id: point })
}

/** The points of the earlier round that nobody took along yet. */
function waitingIn({ db }: Context, inspection: string, points: readonly ListedPoint[]): EarlierPoint[] {
  const carried = new Set(points.flatMap(({ fields: { carries } }) => carries.value ?? []))
  return (findEarlier(db, inspection)?.points ?? []).filter(({ id }) => !carried.has(id))
}

function write({ files }: Context, file: string, { bytes, rows }: { bytes: Buffer; rows: number }) {
  writeWhole(files.toWrite(file).path, bytes)
  return { size: bytes.length, rows }
}
