import { dutchDayOf, dutchMomentOf } from '../../../shared/domain/dutch-day.ts'
import { type Deadline, deadlinesOf, firstDayOf, type Regime, ruleFor, TermStart } from '../../../shared/domain/publication-term.ts'
import { assertStep, type Bar, type Known, nextStepsOf, type ReportStanding, reportStateOf, SideStep, type StepKind } from '../../../shared/domain/publication.ts'
import { AppError, type Failure } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { calendarIn, getOwnRules, getPublication, type ListedStep, listSteps, recordedIn } from './repository.ts'

/** By what law reports are published unless someone says otherwise. */
export const USUAL_REGIME: Regime = 'health-youth'

export interface Way {
  standing: ReportStanding
  regime: Regime
  embargo: string | null
  deadlines: Deadline[]
}

/** Where the report of an inspection stands, and the terms that run from there; asks nothing of what may stand in the way. */
export function wayOf(db: Db, inspection: string): Way {
  const { regime, embargo } = getPublication(db, inspection)
  return { ...wayAlong(db, listSteps(db, inspection), regime.value ?? USUAL_REGIME), embargo: embargo.value }
}

/** The same of steps that were read already. */
export function wayAlong(db: Db, steps: readonly ListedStep[], regime: Regime): Omit<Way, 'embargo'> {
  const standing = reportStateOf(recordedIn(steps), null)
  const dayOf = (step: TermStart) => (step === 'asked' ? null : standing.days[step] ?? null)
  return { standing, regime, deadlines: deadlinesOf(dayOf, regime, getOwnRules(db), calendarIn(db)) }
}

/** What is known when a step is about to be taken. */
export function knownFor({ db, now }: Pick<Context, 'db' | 'now'>, { regime, embargo, deadlines }: Way, bars: readonly Bar[]): Known {
  const today = dutchDayOf(now())
  const first = firstDayOf(deadlines)
  return {
    today, now: dutchMomentOf(now()), bars, embargo, first,
    firstUnknown: first === null && deadlines.some(({ rule }) => rule.kind === 'earliest'),
    decides: (day) => ruleFor('earliest', regime, day, getOwnRules(db))?.from === 'decided',
    viewOpen: false,
  }
}

/** The steps that follow, each with why it may not be taken today. What does not fit at all is left out. */
export function nextOf(standing: ReportStanding, known: Known): { kind: StepKind; refusal: Failure | null }[] {
  const refusalOf = (kind: StepKind) => {
    try {
      assertStep(standing, { kind, day: known.today }, known)
      return null
    } catch (error) {
      if (error instanceof AppError) return error.failure
      throw error
    }
  }
  return [...nextStepsOf(standing), ...SideStep.options]
    .map((kind) => ({ kind, refusal: refusalOf(kind) }))
    .filter(({ refusal }) => refusal?.code !== 'publication-order')
}
