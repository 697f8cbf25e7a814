import type { ReceiptStatement } from '../../../shared/domain/enrolment.ts'
import { appError } from '../../../shared/errors.ts'
import { listAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { findBundle } from './repository.ts'

/**
 * Holds what the office countersigned against what is here: the bundle must be one of here, and the heads of the audit chains must lie on the chains of here.
 * What the office has of the device that writes here and that is not here was written by a copy of this workspace.
 */
export function assertOwnHistory({ db, device: current }: Pick<Context, 'db' | 'device'>, { manifestSha256, bundle, inspection, heads }: ReceiptStatement): void {
  const known = findBundle(db, manifestSha256)
  if (known?.header.bundleId !== bundle || known.header.inspectionId !== inspection) throw appError('receipt-unknown', {})
  const here = new Map(listAudit(db, inspection).map(({ device, n, hash }) => [`${device} ${n}`, hash]))
  for (const [device, { n, hash }] of Object.entries(heads)) {
    const own = here.get(`${device} ${n}`)
    if (own === undefined ? device === current : own !== hash) throw appError('receipt-contradicts', { device, n })
  }
}
