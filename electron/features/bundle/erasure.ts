import type { Erasure } from '../../../shared/domain/bundle.ts'
import type { Change } from '../../../shared/domain/change.ts'
import { appError } from '../../../shared/errors.ts'
import { isSignedBy } from '../../crypto/ed25519.ts'
import { canonical } from '../../crypto/hash.ts'
import type { OpenBundle } from './open.ts'

/** Whoever erased something answers for it under their own name, and nobody erases what makes an inspection one; what that does to the reader's own copy is for the import. */
export function assertErasure({ record, certificate, signature }: Erasure, change: Change | undefined, { header, checkPem }: OpenBundle): void {
  const { person, publicKey } = checkPem(certificate)
  const isLawful = change !== undefined && change.entity !== 'inspection' && record.inspection === header.inspectionId && record.author === person
  const isSigned = isSignedBy(publicKey, Buffer.from(canonical(record)), Buffer.from(signature, 'hex'))
  if (!isLawful || !isSigned) throw appError('erasure-invalid', { change: record.change })
}
