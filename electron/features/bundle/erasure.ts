import type { Erasure } from '../../../shared/domain/bundle.ts'
import type { Change } from '../../../shared/domain/change.ts'
import { appError } from '../../../shared/errors.ts'
import { isSignedBy } from '../../crypto/ed25519.ts'
import { canonical } from '../../crypto/hash.ts'
import type { OpenBundle } from './open.ts'

/** Only who wrote it and the office can answer for what was erased, and only in this inspection. */
export function assertErasure({ record, certificate, signature }: Erasure, change: Change | undefined, { header, checkPem }: OpenBundle): void {
  const { person, role, publicKey } = checkPem(certificate)
  const isLawful = change !== undefined && record.inspection === header.inspectionId && record.author === person
    && (role === 'office' || change.author === person)
  const isSigned = isSignedBy(publicKey, Buffer.from(canonical(record)), Buffer.from(signature, 'hex'))
  if (!isLawful || !isSigned) throw appError('erasure-invalid', { change: record.change })
}
