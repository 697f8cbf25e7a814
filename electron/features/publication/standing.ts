import { dutchDayOf, dutchMomentOf } from '../../../shared/domain/dutch-day.ts'
import { type Deadline, deadlinesOf, firstDayOf, inOrder, type Regime, ruleFor, type TermStart, viewDeadline } from '../../../shared/domain/publication-term.ts'
import { assertStep, type Bar, type Known, nextStepsOf, type ReportStanding, reportStateOf, SideStep, type StepKind } from '../../../shared/domain/publication.ts'
import { verdictOf } from '../../../shared/domain/verdict.ts'
import { isViewOpen } from '../../../shared/domain/view.ts'
import { AppError, type Failure } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { isHeld, listChecks, listViews } from '../factual-check/repository.ts'
import { getRound } from '../inspection/repository.ts'
import { calendarIn, getOwnRules, getPublication, listSteps, recordedIn } from './repository.ts'

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
  const { regime: { value }, embargo } = getPublication(db, inspection)
  const [standing, regime] = [standingOf(db, inspection), value ?? USUAL_REGIME]
  const dayOf = (step: TermStart) => (step === 'asked' ? null : standing.days[step] ?? null)
  const running = deadlinesOf(dayOf, regime, getOwnRules(db), calendarIn(db))
    .filter(({ rule }) => rule.kind !== 'recovery' || isFollowedUp(db, inspection))
  const deadlines = [...viewDeadlines(db, inspection), ...running]
  return { standing, regime, embargo: embargo.value, deadlines: inOrder(deadlines) }
}

/** Whether the framework says that something follows on its outcome; only then is there anything to recover. */
function isFollowedUp(db: Db, inspection: string): boolean {
  const { framework, ...answers } = getRound(db, inspection)
  const { outcome } = verdictOf(framework, answers)
  return (framework.rule.outcomes.find(({ code }) => code === outcome)?.followUp ?? null) !== null
}

/** Where the report of an inspection stands, by what was recorded of it. */
export function standingOf(db: Db, inspection: string): ReportStanding {
  const checkedSince = listChecks(db, inspection).find(isHeld)?.sent.on ?? null
  return reportStateOf(recordedIn(listSteps(db, inspection)), checkedSince)
}

const viewsOn = (db: Db, inspection: string, day: string) => listViews(db, inspection, day).filter(({ fields: { subject } }) => subject.value === 'publication')

function viewDeadlines(db: Db, inspection: string): Deadline[] {
  return viewsOn(db, inspection, '0001-01-01').flatMap(({ fields: { askedOn, term } }) =>
    askedOn.value === null || term.value === null ? [] : [viewDeadline(askedOn.value, term.value, calendarIn(db))])
}

/** What is known when a step is about to be taken. */
export function knownFor({ db, now }: Pick<Context, 'db' | 'now'>, inspection: string, { regime, embargo, deadlines }: Way, bars: readonly Bar[]): Known {
  const today = dutchDayOf(now())
  const first = firstDayOf(deadlines)
  return {
    today, now: dutchMomentOf(now()), bars, embargo, first,
    firstUnknown: first === null && deadlines.some(({ rule }) => rule.kind === 'earliest'),
    decides: (day) => ruleFor('earliest', regime, day, getOwnRules(db))?.from === 'decided',
    viewOpen: viewsOn(db, inspection, today).some(({ standing }) => isViewOpen(standing)),
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
