import { explained, type Made, missingIn } from '../../../shared/domain/sequence.ts'
import { listAudit } from '../../db/audit.ts'
import type { Db } from '../../db/open.ts'
import { findWriter, listArrived } from './repository.ts'

/** Of each device whose bundles came in with numbers left out: which lack and what they were, which are here, and whose device it is as far as that is known. */
export function gapsOf(db: Db, inspection: string | null) {
  return listArrived(db, inspection)
    .map((one) => ({ ...one, missing: missingIn(one.arrived.map(({ sequence }) => sequence)) }))
    .filter(({ missing }) => missing.length > 0)
    .map(({ inspection: of, device, arrived, missing }) => {
      const told = explained(missing, arrived, madeBy(db, of, device))
      return { inspection: of, device, writer: findWriter(db, device), missing: missing.map((number, index) => ({ number, what: told[index]! })), arrived: arrived.map(({ sequence }) => sequence) }
    })
}

/** The bundles of which the audit chain of a device tells, each at its first mention: a proposal is mentioned again when it is written out. */
function madeBy(db: Db, inspection: string, device: string): Made[] {
  const made = new Map<string, Made>()
  for (const { body } of listAudit(db, inspection).filter((row) => row.device === device)) {
    const { what, reference } = JSON.parse(body) as { what: string; reference: string }
    const kind = what.match(/^(preparation|exchange|handover|proposal)(-unencrypted)?$/)?.[1] as Made['what'] | undefined
    if (kind && !made.has(reference)) made.set(reference, { bundle: reference, what: kind })
  }
  return [...made.values()]
}
