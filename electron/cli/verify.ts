import { basename } from 'node:path'
import type { BundleHeader } from '../../shared/domain/bundle.ts'
import { AppError, appError, type Failure } from '../../shared/errors.ts'
import { readRoot } from '../crypto/certificate.ts'
import { pemsIn } from '../crypto/der.ts'
import { readReceipt } from '../crypto/enrolment.ts'
import { readCrl } from '../crypto/revocation.ts'
import { readParts } from '../features/bundle/arrive.ts'
import { openBundle, type OpenBundle } from '../features/bundle/open.ts'
import type { SignedBy, Trust } from '../features/bundle/statements.ts'

/** What a reader should know although all signatures hold. */
export type Warning = 'root-not-checked' | 'no-revocation-list' | 'revocation-list-out-of-date' | 'builds-on-earlier-bundle' | 'contents-erased'

/** What is found out about one file; without `verified` nothing in it may be relied on. */
export interface Verification {
  file: string
  verified: boolean
  code?: Failure['code']
  details?: Failure['details']
  manifestSha256?: string
  purpose?: BundleHeader['purpose']
  inspection?: string
  organisation?: string
  framework?: BundleHeader['framework']
  madeAt?: string
  /** When the office received it, by a receipt that was given. */
  received?: string | null
  signers?: readonly Pick<SignedBy, 'name' | 'role' | 'statement' | 'time'>[]
  warnings: Warning[]
}

/** The root certificates and revocation lists (PEM, one after the other) to hold bundles against, and the moment of checking (ISO). */
export interface Against {
  readonly trust?: string | undefined
  readonly crl?: string | undefined
  /** Receipts of the office (.veldreceipt), each as text: what it received while a certificate held counts as then. */
  readonly receipts?: readonly string[]
  readonly at: string
}

/** Who hears of each file at once, and can stop it. */
export interface Listening {
  readonly signal?: AbortSignal | undefined
  readonly tell?: (one: Verification) => void
}

/**
 * Checks bundles without a workspace: container, signatures, certificates, and whether what is inside agrees with itself and with what
 * each person signed. Without a root it cannot be told who the signers are, and the result says so. A root or list that is none throws.
 * Each is told of as it comes; once aborted, no more are looked at.
 */
export async function verifyFiles(paths: readonly string[], against: Against, { signal, tell }: Listening = {}): Promise<Verification[]> {
  const { trust, crl, at, receipts = [] } = against
  if (trust === undefined && crl !== undefined) throw appError('revocation-list-invalid', {})
  const [roots, crls] = [trust, crl].map((text) => (text === undefined ? [] : pemsIn(text))) as [string[], string[]]
  const known = roots.map(readRoot)
  const isOld = crls.some((one) => readCrl(one, known).nextUpdate < at)
  const general: Warning[] = [
    ...(trust === undefined ? ['root-not-checked' as const] : []),
    ...(crl === undefined ? ['no-revocation-list' as const] : []),
    ...(isOld ? ['revocation-list-out-of-date' as const] : []),
  ]
  const received = receivedBy(receipts, { roots, crls }, at)
  const found: Verification[] = []
  for (const path of paths) {
    if (signal?.aborted) break
    const one = await verify(path, { roots, crls, at, received: (manifest) => received.get(manifest) }, general)
    tell?.(one)
    found.push(one)
  }
  return found
}

/** When the office received which bundle, by its receipts. Errors: those of `readReceipt`; `receipt-unknown` for one of a day that is yet to come. */
function receivedBy(receipts: readonly string[], trust: { roots: readonly string[]; crls: readonly string[] }, at: string): ReadonlyMap<string, string> {
  return new Map(receipts.map((text) => {
    const { manifestSha256, receivedAt } = readReceipt(text, { ...trust, at: null })
    if (receivedAt > at) throw appError('receipt-unknown', {})
    return [manifestSha256, receivedAt]
  }))
}

async function verify(path: string, trust: Trust, general: readonly Warning[]): Promise<Verification> {
  const file = basename(path)
  try {
    const bundle = await openBundle(path, trust)
    return await describe(file, bundle, general, trust).finally(bundle.close)
  } catch (error) {
    if (error instanceof AppError) return { file, verified: false, ...error.failure, warnings: [] }
    throw error
  }
}

async function describe(file: string, bundle: OpenBundle, general: readonly Warning[], { received }: Trust): Promise<Verification> {
  const { organisation, whole, entries } = await readParts(bundle, null)
  const { manifestSha256, header: { purpose, inspectionId, framework, madeAt }, signers } = bundle
  return {
    file, verified: true, manifestSha256, received: received?.(manifestSha256) ?? null, purpose, inspection: inspectionId, organisation: organisation.name, framework, madeAt,
    signers: signers.map(({ name, role, statement, time }) => ({ name, role, statement, time })),
    warnings: [
      ...general,
      ...(whole ? [] : ['builds-on-earlier-bundle' as const]),
      ...(entries.some(({ content }) => content === null) ? ['contents-erased' as const] : []),
    ],
  }
}
