import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import type { MeasureStanding, PointStateCode, Urgency } from '../../../shared/domain/improvement.ts'
import { both } from '../report/markup.ts'

export const URGENCIES: Readonly<Record<Urgency, string>> = { normal: 'gewoon', urgent: 'urgent', high: 'hoge urgentie' }
export const STATES: Readonly<Record<PointStateCode, string>> = { open: 'open', persistent: 'aanhoudend', partly: 'ten dele opgelost', lifted: 'opgeheven' }
export const STANDINGS: Readonly<Record<MeasureStanding, string>> = {
  established: 'vastgesteld', claimed: 'klaar gemeld, nog niet vastgesteld', overdue: 'over tijd', undated: 'zonder datum', running: 'loopt',
}

const ENGLISH = {
  urgency: { normal: 'normal', urgent: 'urgent', high: 'high urgency' }, state: { open: 'open', persistent: 'persistent', partly: 'solved in part', lifted: 'lifted' },
  standing: { established: 'established', claimed: 'said to be done, not established', overdue: 'overdue', undated: 'without a day', running: 'under way' },
} as const
export const urgencyIn = (urgency: Urgency) => both(URGENCIES[urgency], ENGLISH.urgency[urgency])
export const stateIn = (state: PointStateCode) => both(STATES[state], ENGLISH.state[state])
export const standingIn = (standing: MeasureStanding) => both(STANDINGS[standing], ENGLISH.standing[standing])

/** The numbers of expectations as they are printed. */
export const numbersIn = (framework: Framework, ids: readonly string[]) => ids.map((id) => expectationOf(framework, id)?.number ?? id).join(', ')
