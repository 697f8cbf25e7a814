import type { Erasure } from '../../../shared/domain/bundle.ts'
import type { Change } from '../../../shared/domain/change.ts'
import { appError } from '../../../shared/errors.ts'
import { verifySignature } from '../../crypto/certificate.ts'
import { canonical } from '../../crypto/hash.ts'
import type { OpenBundle } from './open.ts'
import { checkIssued } from './statements.ts'

/** Only who wrote it and the office can answer for what was erased, and only in this inspection. */
export function assertErasure({ record, certificate, signature }: Erasure, change: Change | undefined, { header, trust }: OpenBundle): void {
  const { person, role } = checkIssued(certificate, trust)
  const isLawful = change !== undefined && record.inspection === header.inspectionId && record.author === person
    && (role === 'office' || change.author === person)
  const isSigned = verifySignature(certificate, Buffer.from(canonical(record)), Buffer.from(signature, 'hex'))
  if (!isLawful || !isSigned) throw appError('erasure-invalid', { change: record.change })
}
