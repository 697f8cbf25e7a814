import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { WorkspaceRole } from '../../shared/domain/workspace.ts'
import { appError } from '../../shared/errors.ts'
import { identityOf, recipientOf } from './age.ts'
import { type Escrow, sealEscrow } from './escrow.ts'
import { kidOf, newSigningKey, signWith } from './ed25519.ts'
import {
  checkFree, hasKeyring, type Header, healKeyringFile, type Held, newSlot, type Opened, openSlot, readKeyringFile, type Slot, type SigningPair,
  unwrapSigning, verifyCheck, wrapSigning, writeKeyringFile,
} from './keyring-file.ts'
import { deriveKey } from './passphrase.ts'

/** The public half of a person's signing key: base64 of SPKI DER, and its name. */
export interface SigningKey {
  readonly kid: string
  readonly publicKey: string
}

/** An unlocked workspace, as one person. After `lock` all but `workspace`, `role`, `person` and `recipient` answer `workspace-locked`. */
export interface Keys {
  readonly workspace: string
  readonly role: WorkspaceRole
  readonly person: string
  /** 32 bytes: the raw key of the database. */
  readonly databaseKey: Buffer
  /** 32 bytes: what sealed files are encrypted under. */
  readonly evidenceKey: Buffer
  /** For whom others encrypt what is meant for this workspace (age). */
  readonly recipient: string
  /** What reads that: an age identity, to be kept in no variable. */
  readonly identity: string
  signing(): SigningKey | null
  /** Makes this person's signing key and keeps it in the keyring; one that is there stays. */
  makeSigningKey(): SigningKey
  /** A raw Ed25519 signature of 64 bytes. Errors: `no-signing-key`. */
  sign(bytes: Uint8Array): Buffer
  /** Gives a second person of this laptop an own slot. `work` is scrypt's N. Errors: `passphrase-weak`, `passphrase-taken`. */
  addPerson(person: string, passphrase: string, work?: number): Promise<void>
  /** Errors: `passphrase-wrong` (the current one), `passphrase-weak`, `passphrase-taken`. */
  changePassphrase(current: string, next: string, work?: number): Promise<void>
  /** Keeps the workspace's key for an office too, so that it can help who forgets a passphrase; never a signing key. The newest for an office counts. */
  escrow(to: Pick<Escrow, 'office' | 'recipient'>): Promise<void>
  /** Keeps it no longer for these offices (ids of roots): others may have the key that reads it. */
  endEscrow(offices: readonly string[]): void
  /** Wipes every key from memory. */
  lock(): void
}

/** Makes the keys of a new workspace. `work` is scrypt's N. Errors: `workspace-exists`, `passphrase-weak`. */
export async function createKeyring(
  folder: string,
  { workspace, role, person, passphrase }: { workspace: string; role: WorkspaceRole; person: string; passphrase: string },
  work?: number,
): Promise<Keys> {
  if (hasKeyring(folder)) throw appError('workspace-exists', {})
  const header: Header = { format: 'veldtoets/keyring/1', workspace, role }
  const dek = randomBytes(32)
  const { slot, signingWrap } = await newSlot(header, person, passphrase, dek, null, work)
  mkdirSync(folder, { recursive: true })
  writeKeyringFile(folder, header, { slots: [slot], escrow: [] }, dek)
  return keysOf(folder, header, slot, { dek, signingWrap }, await recipientOf(transportOf(dek)))
}

/** Opens the slot that this passphrase fits. Errors: `not-a-workspace`, `keyring-damaged`, `passphrase-wrong`. */
export async function unlockKeyring(folder: string, passphrase: string): Promise<Keys> {
  const file = readKeyringFile(folder)
  for (const slot of file.slots) {
    const opened = await openSlot(file, slot, passphrase)
    if (opened === null) continue
    verifyCheck(file, opened.dek)
    healKeyringFile(folder, file)
    return keysOf(folder, file, slot, opened, await recipientOf(transportOf(opened.dek)))
  }
  throw appError('passphrase-wrong', {})
}

/** What a keyring tells without a passphrase. Errors: `not-a-workspace`, `keyring-damaged`. */
export function readKeyring(folder: string): { workspace: string; role: WorkspaceRole; persons: string[] } {
  const { workspace, role, slots } = readKeyringFile(folder)
  return { workspace, role, persons: slots.map(({ person }) => person) }
}

interface Secrets extends Opened {
  signingWrap: Buffer
  signing: SigningPair | null
  readonly databaseKey: Buffer
  readonly evidenceKey: Buffer
}

/** What is sent to a workspace is read with a key of its own. */
const transportOf = (dek: Buffer) => identityOf(deriveKey(dek, 'veldtoets/transport/v1'))

function keysOf(folder: string, { format, workspace, role }: Header, slot: Slot, opened: Opened, recipient: string): Keys {
  const header: Header = { format, workspace, role }
  const { person } = slot
  let secrets: Secrets | null = {
    ...opened,
    signing: unwrapSigning(header, slot, opened.signingWrap),
    databaseKey: deriveKey(opened.dek, 'veldtoets/db/v1'),
    evidenceKey: deriveKey(opened.dek, 'veldtoets/evidence/v1'),
  }

  const open = (): Secrets => {
    if (secrets === null) throw appError('workspace-locked', {})
    return secrets
  }
  const rewrite = (edit: (held: Held) => Partial<Held>) => {
    const { dek } = open()
    const file = readKeyringFile(folder)
    verifyCheck(file, dek)
    writeKeyringFile(folder, header, { ...file, ...edit(file) }, dek)
  }
  const replaceOwn = (change: (own: Slot) => Slot) => rewrite(({ slots }) => ({ slots: slots.map((slot) => (slot.person === person ? change(slot) : slot)) }))
  const signing = (): SigningKey | null => {
    const pair = open().signing
    return pair && { kid: kidOf(pair.publicKey), publicKey: pair.publicKey }
  }

  return {
    workspace,
    role,
    person,
    recipient,
    get identity() {
      return transportOf(open().dek)
    },
    get databaseKey() {
      return open().databaseKey
    },
    get evidenceKey() {
      return open().evidenceKey
    },
    signing,
    makeSigningKey() {
      if (open().signing === null) {
        const pair = newSigningKey()
        replaceOwn((own) => ({ ...own, signing: wrapSigning(header, person, pair, open().signingWrap) }))
        open().signing = pair
      }
      return signing()!
    },
    sign(bytes) {
      const pair = open().signing
      if (pair === null) throw appError('no-signing-key', {})
      return signWith(pair.pkcs8, bytes)
    },
    async addPerson(newcomer, passphrase, work) {
      const { slots } = readKeyringFile(folder)
      if (slots.some((slot) => slot.person === newcomer)) throw appError('person-exists', {})
      const { slot } = await newSlot(header, newcomer, passphrase, open().dek, null, work)
      await checkFree(header, slots, passphrase)
      rewrite((held) => ({ slots: [...held.slots, slot] }))
    },
    async changePassphrase(current, next, work) {
      const { slots } = readKeyringFile(folder)
      const own = slots.find((slot) => slot.person === person)!
      if ((await openSlot(header, own, current)) === null) throw appError('passphrase-wrong', {})
      const { slot, signingWrap } = await newSlot(header, person, next, open().dek, open().signing, work)
      await checkFree(header, slots.filter((other) => other !== own), next)
      replaceOwn(() => slot)
      open().signingWrap = signingWrap
    },
    async escrow(to) {
      const persons = readKeyringFile(folder).slots.map((slot) => slot.person)
      const sealed = await sealEscrow({ workspace, persons, dek: open().dek }, to)
      rewrite(({ escrow }) => ({ escrow: [sealed, ...escrow.filter(({ office }) => office !== to.office)].slice(0, 20) }))
    },
    endEscrow(offices) {
      rewrite(({ escrow }) => ({ escrow: escrow.filter(({ office }) => !offices.includes(office)) }))
    },
    lock() {
      if (secrets === null) return
      const { dek, signingWrap, databaseKey, evidenceKey, signing: pair } = secrets
      for (const key of [dek, signingWrap, databaseKey, evidenceKey, pair?.pkcs8]) key?.fill(0)
      secrets = null
    },
  }
}
