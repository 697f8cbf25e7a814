import { z } from 'zod'
import { PlainDate } from '../domain/calendar.ts'
import { Field } from '../domain/field.ts'
import { Bar, LocalMoment, Notice, ReportStanding, Step, StepKind, TakenStep } from '../domain/publication.ts'
import { Deadline, OwnRules, Regime, TermRule } from '../domain/publication-term.ts'
import { ReportLanguage } from '../domain/report-text.ts'
import { Line } from '../domain/text.ts'
import { action, command, query } from './define.ts'
import { Handle, Refusal, Saved } from './handle.ts'

const Of = z.strictObject({ inspection: z.uuid() })
const Rules = z.strictObject({ rules: z.array(TermRule), own: OwnRules })

export const publication = {
  /** Where the report of an inspection stands today on its way to being public, which terms run, and what can be done next. */
  get: query(Of, z.strictObject({
    today: PlainDate,
    organisation: z.strictObject({ id: z.uuid(), name: z.string() }),
    /** Whether whoever asks may record it: the office, or the lead inspector. */
    mayRecord: z.boolean(),
    standing: ReportStanding,
    /** Whether something was recorded after what was adopted. */
    changed: z.boolean(),
    regime: Field(Regime),
    embargo: Field(LocalMoment),
    /** Oldest first; what a person took back is left out. */
    steps: z.array(z.strictObject({ id: z.uuid(), step: Field(Step) })),
    deadlines: z.array(Deadline),
    /** The first day on which it may be published, where that follows from a term. */
    first: PlainDate.nullable(),
    /** What stands in the way of adopting it. */
    bars: z.array(Bar),
    /** The steps that follow on this state, with why one may not be taken today. */
    next: z.array(z.strictObject({ kind: StepKind, refusal: Refusal.nullable() })),
    notices: z.array(z.strictObject({ id: z.uuid(), notice: Field(Notice), done: Field(LocalMoment) })),
  })),
  /** Records that a step was taken; adopting signs the report as it now stands, in Dutch unless other languages are named, and names the signed file. */
  record: action(Of.extend({ step: TakenStep, languages: z.array(ReportLanguage).min(1).max(2).optional() }), Saved.extend({ id: z.uuid() })),
  /** Takes the last step back, with a reason: it was recorded by mistake. */
  takeBack: command(Of.extend({ id: z.uuid(), reason: z.string().regex(/\S/) }), Saved),
  /** Says by what law the report is published; null for what is usual. */
  setRegime: command(Of.extend({ regime: Regime.nullable() }), Saved),
  /** Says until when nothing is told; null for no embargo. */
  setEmbargo: command(Of.extend({ embargo: LocalMoment.nullable() }), Saved),
  /** Adds whom to tell usually, at the times that follow from the embargo; who is listed already stays as they are. */
  planDay: command(Of, Saved.extend({ added: z.int() })),
  addNotice: command(Of.extend({ notice: Notice.omit({ inspection: true }) }), Saved.extend({ id: z.uuid() })),
  changeNotice: command(Of.extend({ id: z.uuid(), notice: Notice.omit({ inspection: true }).nullable() }), Saved),
  /**
   * Marks when someone was told; the site not before the embargo has ended. That it is on the site is the step of publication, recorded with it: `by` says by whom, and
   * is only asked then.
   */
  markNotice: command(Of.extend({ id: z.uuid(), done: LocalMoment.nullable(), by: Line.optional() }), Saved),
  /** The rules by which terms are reckoned here: those of the program, and those of one's own. */
  rules: query(z.strictObject({}), Rules),
  setRules: command(z.strictObject({ own: OwnRules }), Rules),
  /** Writes terms and the day of publication as a calendar (iCalendar, RFC 5545). `size` is in bytes. */
  calendar: action(Of.extend({ file: Handle }), z.strictObject({ events: z.int(), size: z.int() })),
}
