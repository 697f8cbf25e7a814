import { z } from 'zod'
import { PlainDate } from '../domain/calendar.ts'
import { HolidayTable } from '../domain/holiday.ts'
import { Origin, TermReckoning } from '../domain/case-file.ts'
import { Sha256 } from '../domain/change.ts'
import { Field } from '../domain/field.ts'
import { Answer } from '../domain/file-review.ts'
import { RefusedLine } from '../domain/population-list.ts'
import { RollUp } from '../domain/roll-up.ts'
import { Population, Sample } from '../domain/sample.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'
import { InspectionId } from './inspection.ts'

const OfSample = InspectionId.extend({ sample: z.uuid() })
const Reason = z.string().regex(/\S/).max(4_000)
const { basis } = TermReckoning.shape

/** How far a draw is: the seed is fixed, the population is known, the files are drawn. */
const Stage = z.enum(['committed', 'listed', 'drawn'])

const SampleShown = z.strictObject({
  id: z.string(),
  stage: Stage,
  commitment: Sha256.nullable(),
  committedAt: z.iso.datetime().nullable(),
  population: z.strictObject({
    size: z.int(), sha256: Sha256, listed: z.boolean(), strata: z.array(z.strictObject({ name: z.string(), size: z.int() })),
  }).nullable(),
  take: Sample.shape.take.nullable(),
  seed: Sha256.nullable(),
  /** Whether the seed is fixed on this laptop, so that it can be drawn here. */
  here: z.boolean(),
})

/** A cell as it is entered; `before` is what stood on the screen, so that nobody overwrites what they did not see. */
const Cell = z.strictObject({ file: z.uuid(), field: z.string().max(40), value: Answer.nullable(), before: Answer.nullable() })

export const fileReview = {
  /** The draws, and with what the files are reckoned. */
  overview: query(InspectionId, z.strictObject({
    framework: z.string(),
    samples: z.array(SampleShown),
    /** The day on which the files are looked at: as recorded, and as it is used. */
    referenceDate: z.strictObject({ field: Field(PlainDate), used: PlainDate }),
    terms: z.array(z.strictObject({ id: z.string(), basis: z.strictObject({ field: Field(basis), used: basis }) })),
    /** The holiday table that counts here: recorded, or that of the program; and in how far this workspace's own table is another. */
    holidays: z.strictObject({
      recorded: z.boolean(), different: z.boolean(), first: z.int(), last: z.int(),
      apart: z.strictObject({ days: z.array(PlainDate), years: z.array(z.int()) }),
    }),
    counts: z.strictObject({ sample: z.int(), targeted: z.int(), dropped: z.int() }),
    /** Pseudonyms that more than one file has. */
    shared: z.array(z.string()),
  })),
  /** Lets this inspection reckon with the holidays of this workspace; settles with a reason where two laptops recorded other ones. */
  useHolidays: command(InspectionId.extend({ reason: Reason.nullable() }), Saved),
  /** Fixes the seed of a new draw, before the population is known. */
  commitSeed: command(InspectionId, Saved.extend({ id: z.string(), commitment: Sha256 })),
  /** Reads a list of files, pasted or from a CSV file, one a line with its stratum behind it; writes nothing. */
  importList: action(
    z.strictObject({ file: Handle.nullable(), text: z.string().max(2_000_000).nullable() }),
    z.strictObject({ population: Population.nullable(), refused: z.array(RefusedLine) }),
  ),
  /** Records what is drawn from; it may be put right until the draw. */
  setPopulation: command(OfSample.extend({ population: Population }), Saved),
  /** Tells the seed and draws. */
  draw: command(OfSample.extend({ take: Sample.shape.take }), Saved.extend({ drawn: z.int() })),
  /** Puts the next file of the same stratum in the place of one that drops out. */
  replace: command(InspectionId.extend({ file: z.uuid(), reason: Reason }), Saved.extend({ id: z.string(), pseudonym: z.string(), unit: z.string() })),
  /** Adds a file on purpose, apart from the sample. */
  addTargeted: command(
    InspectionId.extend({ pseudonym: z.string().max(40).nullable(), reason: Reason }), Saved.extend({ id: z.string(), pseudonym: z.string() }),
  ),
  /** All files with all their answers, each in the order of the framework's fields, and what is needed to reckon with them. */
  grid: query(InspectionId, z.strictObject({
    framework: z.string(),
    referenceDate: PlainDate,
    bases: z.record(z.string(), basis),
    holidays: HolidayTable,
    files: z.array(z.strictObject({
      id: z.string(), pseudonym: z.string(), origin: Origin.nullable(), dropped: z.string().nullable(), reviewer: z.string().nullable(),
      answers: z.array(Answer.nullable()),
    })),
    /** Answers that differ or are erased, and those with a note. */
    marks: z.array(z.strictObject({ file: z.string(), field: z.string(), different: z.boolean(), erased: z.boolean(), noted: z.boolean() })),
  })),
  /** Records cells, all of them or none. */
  enter: command(InspectionId.extend({ cells: z.array(Cell).min(1).max(5_000) }), Saved.extend({ entered: z.int() })),
  /** What the files say together, about everything or about one expectation; what was added on purpose apart. */
  rollUp: query(
    InspectionId.extend({ expectation: z.string().nullable() }),
    z.strictObject({
      framework: z.string(), referenceDate: PlainDate, sample: RollUp, targeted: RollUp.nullable(),
      /** Terms that the rating of this expectation goes against; it stays as it is. */
      against: z.array(z.string()),
    }).nullable(),
  ),
  /** Writes the record of a draw: `json` to draw it again from, `html` to print. */
  writeDrawRecord: action(OfSample.extend({ format: z.enum(['json', 'html']), file: Handle }), z.strictObject({ size: z.int() })),
}
