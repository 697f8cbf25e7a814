import type { z } from 'zod'
import type { AdoptionStatement } from '../../../shared/domain/adoption.ts'
import type { PublicStatement } from '../../../shared/domain/public-version.ts'
import { appError } from '../../../shared/errors.ts'
import { type Certificate, readCertificate } from '../../crypto/certificate.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { isSignedBy } from '../../crypto/ed25519.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { parseFile } from '../bundle/text.ts'

/** The root certificates and revocation lists (PEM) to hold it against, and now. */
export interface PublicTrust {
  readonly roots: readonly string[]
  readonly crls: readonly string[]
  readonly at: string
}

export interface PublicSigner {
  name: string
  role: 'inspector' | 'office'
  statement: string
  time: string
}

/**
 * Reads a statement in a public version with its signature and certificate. A certificate is held against the moment that its signer states, for reports are read long
 * after it ended. Errors: `wrong-statement`, `signature-invalid`, those of certificates.
 */
export async function readSigned<T extends AdoptionStatement | PublicStatement>(
  read: (name: string) => Promise<Buffer>, name: string, schema: z.ZodType<T>, type: T['_type'], trust: PublicTrust,
): Promise<{ statement: T; signer: PublicSigner }> {
  const member = `${name}.json`
  const bytes = await read(member)
  const value = parseFile(bytes, member)
  const found = typeof value === 'object' && value !== null && '_type' in value ? value._type : null
  if (found !== type) throw appError('wrong-statement', { member })
  const statement = hold(schema, value, member)
  const certificate = checkHolder((await read(`${name}.pem`)).toString('latin1'), statement.time, trust)
  if (certificate.kid !== statement.kid || !isSignedBy(certificate.publicKey, bytes, await read(`${name}.sig`))) throw appError('signature-invalid', { signer: statement.kid })
  if (certificate.role !== statement.role) throw appError('wrong-statement', { member })
  return { statement, signer: { name: certificate.name, role: statement.role, statement: statement.statement, time: statement.time } }
}

function checkHolder(pem: string, time: string, { roots, crls, at }: PublicTrust): Certificate {
  if (roots.length > 0) return checkCertificate(pem, { roots, crls, at, countersigned: time })
  const certificate = readCertificate(pem)
  const { kid, validFrom, validTo } = certificate
  if (time < validFrom) throw appError('certificate-not-yet-valid', { kid, validFrom })
  if (time > validTo) throw appError('certificate-expired', { kid, validTo })
  return certificate
}
