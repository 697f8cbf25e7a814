import { AppError } from '../../../shared/errors.ts'
import type { Certificate } from '../../crypto/certificate.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import type { Context } from '../../context.ts'
import { listKnownCertificates, trustOf } from './repository.ts'

export type Colleague = { kid: string; name: string; recipient: string; validTo: string }

/** The others for whom one can encrypt now, by person, each by the certificate that holds longest. */
export function colleaguesOf({ db, now, person }: Context): ReadonlyMap<string, Colleague> {
  const trust = trustOf(db, now())
  const colleagues = new Map<string, Colleague>()
  for (const pem of listKnownCertificates(db)) {
    const certificate = goodOf(pem, trust)
    if (!certificate?.recipient || certificate.role !== 'inspector' || certificate.person === person.id) continue
    const { kid, name, recipient, validTo } = certificate
    if (validTo > (colleagues.get(certificate.person)?.validTo ?? '')) colleagues.set(certificate.person, { kid, name, recipient, validTo })
  }
  return colleagues
}

function goodOf(pem: string, trust: Parameters<typeof checkCertificate>[1]): Certificate | null {
  try {
    return checkCertificate(pem, trust)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
