import { randomUUID } from 'node:crypto'
import { newSigningKey, signWith } from '../../electron/crypto/ed25519.ts'
import { grantOf } from '../../electron/crypto/enrolment.ts'
import { createKeyring } from '../../electron/crypto/keyring.ts'
import { createRoot } from '../../electron/crypto/root.ts'
import { openTestFolder } from './folder.ts'

/** scrypt's N for tests: enough to be real, too little to protect anything. */
export const CHEAP = 1024
export const NOW = '2026-03-02T09:00:00.000Z'
export const later = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString()

/** A key pair outside any keyring. */
export function strayKey() {
  const { pkcs8, publicKey } = newSigningKey()
  return { publicKey, sign: (bytes: Uint8Array) => signWith(pkcs8, bytes) }
}

/** A new workspace and its first person. */
export async function openKeysOf(name: string, role: 'field' | 'office' = 'field', folder = openTestFolder()) {
  const person = { id: randomUUID(), name, inspectorate: 'Inspectie Jeugdzorg' }
  const passphrase = `de wachtzin van ${name}`
  const keys = await createKeyring(folder, { workspace: randomUUID(), role, person: person.id, passphrase }, CHEAP)
  return { folder, person, passphrase, keys }
}

/** An office: its root, an empty revocation list and the certificate of whoever works there. */
export async function openOfficeKeys(name = 'Kantoor Noord', folder = openTestFolder()) {
  const office = await openKeysOf(name, 'office', folder)
  const root = await createRoot(office.folder, { name, passphrase: 'de stamsleutel van het kantoor', now: later(-1) }, CHEAP)
  const { publicKey } = office.keys.makeSigningKey()
  const officeCertificate = root.issue(grantOf({ person: office.person, publicKey, recipient: office.keys.recipient }, 'office', { now: NOW, days: 390 }))
  return { ...office, root, officeCertificate, crl: root.crl({ number: 1, thisUpdate: NOW, revoked: [] }) }
}
