import { z } from 'zod'
import { Change } from '../domain/change.ts'
import { fieldsOf } from '../domain/field.ts'
import { PreviewedRow as Previewed } from '../domain/improvement-plan.ts'
import {
  EarlierPoint, ImprovementPoint, Measure, MeasureStanding, Plan, PlanLine, PointState, PointStateCode, Progress,
} from '../domain/improvement.ts'
import { Counts } from '../domain/verdict.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
/** `day` is that of whoever looks: what is overdue depends on it. */
const OnDay = Inspection.extend({ day: z.iso.date() })
const Made = Saved.extend({ id: z.uuid(), label: z.string() })
const Ids = z.array(z.string())
const Written = z.strictObject({ size: z.int(), rows: z.int() })

const ListedPoint = z.strictObject({
  id: z.uuid(), fields: fieldsOf(ImprovementPoint.shape), draft: z.string().nullable(), expectations: Ids, measures: Ids, shared: z.boolean(),
  /** When supervision established that it was done. */
  establishedOn: z.iso.date().nullable(),
})
const ListedMeasure = z.strictObject({
  id: z.uuid(), fields: fieldsOf(Measure.shape), draft: z.string().nullable(), points: Ids, sources: Ids, shared: z.boolean(),
  standing: MeasureStanding,
  progress: z.array(z.strictObject({ id: z.string(), fields: fieldsOf(Progress.shape) })),
})
/** One line of a plan as it was handed in, the newest of a measure first. */
const ListedLine = z.strictObject({
  id: z.uuid(), said: PlanLine.shape.said, adopted: z.uuid().nullable(), dated: z.iso.date().nullable(),
})

const Stand = z.strictObject({ published: Counts, met: z.int(), lifted: Ids, open: Ids })

export const improvement = {
  /** All points with their measures, what the organisation says of them, and the expectations not met that have no point yet. */
  list: query(OnDay, z.strictObject({
    framework: z.string(),
    points: z.array(ListedPoint),
    measures: z.array(ListedMeasure),
    lines: z.array(ListedLine),
    plans: z.array(z.strictObject({ id: z.uuid(), received: Plan.shape.received })),
    missing: Ids,
    /** Those of the round before that nobody took along yet, each with what its ratings now suggest. */
    earlier: z.array(EarlierPoint.extend({ suggested: PointStateCode.nullable() })),
    /** How it stands on that day beside what was published; null until all is judged. */
    stand: Stand.nullable(),
  })),
  /** What became of one point and its measures, by day; `author` and `at` tell who recorded it and when, null for what was erased. */
  timeline: query(Inspection.extend({ point: z.uuid() }), z.array(z.strictObject({
    on: z.iso.date().nullable(), kind: z.enum(['state', 'progress', 'claimed', 'established', 'plan', 'supervision']), label: z.string().nullable(), text: z.string().nullable(),
    state: PointStateCode.nullable(), percent: z.int().nullable(), source: z.string().nullable(), reason: z.string().nullable(),
    author: Change.shape.author.nullable(), at: Change.shape.at.nullable(),
  }))),
  /** Makes a point of every expectation not met that has none; one of the earlier round goes on. */
  make: command(Inspection, Saved.extend({ made: z.int() })),
  /** Begins a point of the inspectors' own, also under what is met. */
  add: command(Inspection.extend({ title: ImprovementPoint.shape.title, expectations: z.array(z.string()).max(100) }), Made),
  /** Takes a point of the earlier round along with the state that a person gives it here. */
  carry: command(Inspection.extend({ point: z.uuid(), state: PointState, reason: z.string().regex(/\S/).max(4_000) }), Made),
  addMeasure: command(Inspection.extend({ point: z.uuid(), what: z.string().regex(/\S/).max(4_000) }), Made),
  addProgress: command(Inspection.extend({ measure: z.uuid(), entry: Progress.shape.entry }), Saved),
  /** Makes a measure of a line with which the organisation brought one of its own. */
  adopt: command(Inspection.extend({ line: z.uuid() }), Made),
  /** Writes the improvement plan for the organisation to fill in, as XLSX. */
  writePlan: action(OnDay.extend({ file: Handle }), Written),
  /** Looks at a plan that was filled in; nothing is recorded. `sha256` names what was looked at. */
  previewPlan: action(Inspection.extend({ file: Handle }), z.strictObject({ name: z.string(), sha256: z.string(), rows: z.array(Previewed) })),
  /** Keeps what such a plan says as the organisation's claim; `taken` is how many lines were new or changed, `left` how many were refused. */
  takePlan: action(
    Inspection.extend({ file: Handle, sha256: z.string(), dated: z.iso.date(), on: z.iso.date() }), Saved.extend({ taken: z.int(), left: z.int() })),
  /** Writes points and measures as a table. */
  write: action(OnDay.extend({ file: Handle, format: z.enum(['xlsx', 'csv']) }), Written),
  /** Writes points and measures to print, one HTML file. */
  print: action(OnDay.extend({ file: Handle }), Written),
}
