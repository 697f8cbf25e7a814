import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import type { MeasureStanding, PointStateCode, Urgency } from '../../../shared/domain/improvement.ts'

export const URGENCIES: Readonly<Record<Urgency, string>> = { normal: 'gewoon', urgent: 'urgent', high: 'hoge urgentie' }
export const STATES: Readonly<Record<PointStateCode, string>> = { open: 'open', persistent: 'aanhoudend', partly: 'ten dele opgelost', lifted: 'opgeheven' }
export const STANDINGS: Readonly<Record<MeasureStanding, string>> = {
  established: 'vastgesteld', claimed: 'klaar gemeld, nog niet vastgesteld', overdue: 'over tijd', undated: 'zonder datum', running: 'loopt',
}

/** The numbers of expectations as they are printed. */
export const numbersIn = (framework: Framework, ids: readonly string[]) => ids.map((id) => expectationOf(framework, id)?.number ?? id).join(', ')
