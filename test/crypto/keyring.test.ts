import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSignedBy } from '../../electron/crypto/ed25519.ts'
import { canonical, hash } from '../../electron/crypto/hash.ts'
import { createKeyring, readKeyring, unlockKeyring } from '../../electron/crypto/keyring.ts'
import { createRoot, findRootCertificate, openRoot } from '../../electron/crypto/root.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { CHEAP, NOW, openKeysOf } from '../helpers/keys.ts'

const COPIES = ['keyring.json', 'keyring.copy.json']
const code = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) })

test('a passphrase opens the workspace again with the same keys, and with what it was made for', async () => {
  const { folder, keys, person, passphrase } = await openKeysOf('A. Bakker', 'office')
  const { databaseKey, evidenceKey, workspace } = keys
  expect(readKeyring(folder)).toEqual({ workspace, role: 'office', persons: [person.id] })
  expect(await unlockKeyring(folder, passphrase)).toMatchObject({ databaseKey, evidenceKey, workspace, role: 'office', person: person.id })
  expect(databaseKey).toHaveLength(32)
  expect(databaseKey).not.toEqual(evidenceKey)
})

test('with the real work factor it takes a real passphrase to open', async () => {
  const folder = openTestFolder()
  const about = { workspace: randomUUID(), role: 'field' as const, person: randomUUID(), passphrase: 'vijf woorden zijn genoeg hier' }
  const { databaseKey } = await createKeyring(folder, about)
  expect(readFileSync(join(folder, 'keyring.json'), 'utf8')).toContain('"N":131072')
  expect((await unlockKeyring(folder, about.passphrase)).databaseKey).toEqual(databaseKey)
})

test('two workspaces never share a key, also not under one passphrase', async () => {
  const [one, other] = [await openKeysOf('A. Bakker'), await openKeysOf('A. Bakker')]
  expect(one.keys.databaseKey).not.toEqual(other.keys.databaseKey)
})

test('accents may be typed as one sign or as two', async () => {
  const folder = openTestFolder()
  await createKeyring(folder, { workspace: randomUUID(), role: 'field', person: randomUUID(), passphrase: 'cr\u00e8me br\u00fbl\u00e9e toe' }, CHEAP)
  await unlockKeyring(folder, 'cre\u0300me bru\u0302le\u0301e toe')
})

test('a wrong passphrase is told apart from damage', async () => {
  const { folder } = await openKeysOf('A. Bakker')
  await expect(unlockKeyring(folder, 'een heel andere wachtzin')).rejects.toEqual(code('passphrase-wrong'))
  for (const name of COPIES) writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, -20))
  await expect(unlockKeyring(folder, 'een heel andere wachtzin')).rejects.toEqual(code('keyring-damaged'))
  expect(() => readKeyring(folder)).toThrow('keyring-damaged')
})

test('any changed bit in both copies is damage; in one copy the other heals it', async () => {
  const { folder, passphrase, keys } = await openKeysOf('A. Bakker')
  keys.makeSigningKey()
  const good = readFileSync(join(folder, 'keyring.json'))
  await fc.assert(fc.asyncProperty(fc.nat(good.length * 8 - 1), fc.subarray(COPIES, { minLength: 1 }), async (bit, damaged) => {
    const bad = Buffer.from(good)
    bad[bit >> 3]! ^= 1 << (bit & 7)
    for (const name of COPIES) writeFileSync(join(folder, name), damaged.includes(name) ? bad : good)
    if (damaged.length === 2) {
      await expect(unlockKeyring(folder, passphrase)).rejects.toEqual(code('keyring-damaged'))
    } else {
      await unlockKeyring(folder, passphrase)
      for (const name of COPIES) expect(readFileSync(join(folder, name)).equals(good)).toBe(true)
    }
  }), { numRuns: 60 })
})

test('a missing copy is made again', async () => {
  const { folder, passphrase } = await openKeysOf('A. Bakker')
  for (const name of COPIES) {
    rmSync(join(folder, name))
    await unlockKeyring(folder, passphrase)
    expect(existsSync(join(folder, name))).toBe(true)
  }
  expect(readdirSync(folder).sort()).toEqual([...COPIES].sort())
})

test('after a power cut between the two copies the newer one counts', async () => {
  const { folder, passphrase, keys } = await openKeysOf('A. Bakker')
  copyFileSync(join(folder, 'keyring.json'), join(folder, 'before'))
  const { kid } = keys.makeSigningKey()
  copyFileSync(join(folder, 'before'), join(folder, 'keyring.copy.json'))
  expect((await unlockKeyring(folder, passphrase)).signing()?.kid).toBe(kid)
})

test('a folder without keys is no workspace, and one with keys is not made anew', async () => {
  const { folder, passphrase, person } = await openKeysOf('A. Bakker')
  await expect(unlockKeyring(openTestFolder(), passphrase)).rejects.toEqual(code('not-a-workspace'))
  const again = { workspace: randomUUID(), role: 'field' as const, person: person.id, passphrase }
  await expect(createKeyring(folder, again, CHEAP)).rejects.toEqual(code('workspace-exists'))
  for (const name of COPIES) writeFileSync(join(folder, name), 'x')
  await expect(createKeyring(folder, again, CHEAP)).rejects.toEqual(code('workspace-exists'))
})

/** Writes what somebody without the key could write: altered, with its hash repaired. */
function tamper(folder: string, edit: (file: { [key: string]: unknown; slots: { kdf: { N: number } }[] }) => object) {
  const { integrity: _integrity, ...file } = JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8'))
  const altered = edit(file)
  for (const name of COPIES) writeFileSync(join(folder, name), `${canonical({ ...altered, integrity: hash(altered) })}\n`)
}

test.each([
  ['twice the slot', ({ slots, ...file }) => ({ ...file, slots: [...slots, ...slots] }), 'keyring-damaged'],
  ['the signing key taken away', ({ slots, ...file }) => ({ ...file, slots: slots.map((slot) => ({ ...slot, signing: null })) }), 'keyring-damaged'],
  ['another role', (file) => ({ ...file, role: 'office' }), 'passphrase-wrong'],
  ['more work than any computer has', ({ slots, ...file }) => ({ ...file, slots: slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, N: 2 ** 21 } })) }), 'keyring-damaged'],
  ['work that is no power of two', ({ slots, ...file }) => ({ ...file, slots: slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, N: 1025 } })) }), 'keyring-damaged'],
  ['another amount of work', ({ slots, ...file }) => ({ ...file, slots: slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, N: 2048 } })) }), 'passphrase-wrong'],
  ['an unknown field', (file) => ({ ...file, extra: 1 }), 'keyring-damaged'],
] satisfies [string, Parameters<typeof tamper>[1], string][])('a keyring with %s does not open', async (_what, edit, answer) => {
  const { folder, passphrase, keys } = await openKeysOf('A. Bakker')
  keys.makeSigningKey()
  tamper(folder, edit)
  await expect(unlockKeyring(folder, passphrase)).rejects.toEqual(code(answer))
})

test.each(['dertien teken', 'a b c d e', 'ui ui ui en', ''])('“%s” is too weak', async (passphrase) => {
  const about = { workspace: randomUUID(), role: 'field' as const, person: randomUUID(), passphrase }
  await expect(createKeyring(openTestFolder(), about, CHEAP)).rejects.toEqual(code('passphrase-weak'))
})

test.each(['veertien teken', 'ui-ei-as-os-a9'])('“%s” is long enough', async (passphrase) => {
  await createKeyring(openTestFolder(), { workspace: randomUUID(), role: 'field', person: randomUUID(), passphrase }, CHEAP)
})

test('a person signs with a key that is kept, and that only the own passphrase opens', async () => {
  const { folder, passphrase, keys } = await openKeysOf('A. Bakker')
  expect(keys.signing()).toBeNull()
  expect(() => keys.sign(Buffer.from('x'))).toThrow('no-signing-key')
  const made = keys.makeSigningKey()
  expect(keys.makeSigningKey()).toEqual(made)
  const again = await unlockKeyring(folder, passphrase)
  expect(again.signing()).toEqual(made)
  expect(isSignedBy(made.publicKey, Buffer.from('x'), again.sign(Buffer.from('x')))).toBe(true)
})

test('two people share a laptop: one database, each an own passphrase and signing key', async () => {
  const { folder, passphrase, keys, person } = await openKeysOf('A. Bakker')
  const other = randomUUID()
  await keys.addPerson(other, 'de wachtzin van B. Visser', CHEAP)
  const theirs = await unlockKeyring(folder, 'de wachtzin van B. Visser')
  expect(theirs).toMatchObject({ person: other, workspace: keys.workspace, databaseKey: keys.databaseKey })
  expect(theirs.makeSigningKey().kid).not.toBe(keys.makeSigningKey().kid)
  expect((await unlockKeyring(folder, passphrase)).signing()).toEqual(keys.signing())
  expect(readKeyring(folder).persons).toEqual([person.id, other])
})

test('two people of one laptop have different passphrases, and each is there once', async () => {
  const { passphrase, keys, person } = await openKeysOf('A. Bakker')
  await expect(keys.addPerson(randomUUID(), passphrase, CHEAP)).rejects.toEqual(code('passphrase-taken'))
  await expect(keys.addPerson(randomUUID(), 'kort', CHEAP)).rejects.toEqual(code('passphrase-weak'))
  await expect(keys.addPerson(person.id, 'een andere wachtzin dan eerst', CHEAP)).rejects.toEqual(code('person-exists'))
  await keys.addPerson(randomUUID(), 'de wachtzin van B. Visser', CHEAP)
  await expect(keys.changePassphrase(passphrase, 'de wachtzin van B. Visser', CHEAP)).rejects.toEqual(code('passphrase-taken'))
})

test('a changed passphrase keeps all keys, and the old one opens nothing', async () => {
  const { folder, passphrase, keys } = await openKeysOf('A. Bakker')
  const { kid } = keys.makeSigningKey()
  await expect(keys.changePassphrase('niet de juiste wachtzin', 'een nieuwe wachtzin', CHEAP)).rejects.toEqual(code('passphrase-wrong'))
  await expect(keys.changePassphrase(passphrase, 'kort', CHEAP)).rejects.toEqual(code('passphrase-weak'))
  await keys.changePassphrase(passphrase, 'een nieuwe wachtzin', CHEAP)
  await expect(unlockKeyring(folder, passphrase)).rejects.toEqual(code('passphrase-wrong'))
  const again = await unlockKeyring(folder, 'een nieuwe wachtzin')
  expect(again.databaseKey).toEqual(keys.databaseKey)
  expect(again.signing()?.kid).toBe(kid)
})

test('a signing key made after the passphrase changed opens with the new passphrase', async () => {
  const { folder, passphrase, keys } = await openKeysOf('A. Bakker')
  await keys.changePassphrase(passphrase, 'een nieuwe wachtzin', CHEAP)
  const { kid } = keys.makeSigningKey()
  expect((await unlockKeyring(folder, 'een nieuwe wachtzin')).signing()?.kid).toBe(kid)
})

test('locking wipes the keys, and nothing works after it', async () => {
  const { keys, passphrase } = await openKeysOf('A. Bakker')
  keys.makeSigningKey()
  const { databaseKey, evidenceKey } = keys
  keys.lock()
  keys.lock()
  expect([databaseKey, evidenceKey]).toEqual([Buffer.alloc(32), Buffer.alloc(32)])
  for (const use of [() => keys.databaseKey, () => keys.evidenceKey, () => keys.signing(), () => keys.sign(Buffer.alloc(1)), () => keys.makeSigningKey()]) {
    expect(use).toThrow('workspace-locked')
  }
  await expect(keys.addPerson(randomUUID(), 'de wachtzin van B. Visser', CHEAP)).rejects.toEqual(code('workspace-locked'))
  await expect(keys.changePassphrase(passphrase, 'een nieuwe wachtzin', CHEAP)).rejects.toEqual(code('workspace-locked'))
})

test('no key and no passphrase stands in the files', async () => {
  const { folder, passphrase, keys } = await openKeysOf('A. Bakker')
  keys.makeSigningKey()
  const text = COPIES.map((name) => readFileSync(join(folder, name), 'utf8')).join('')
  for (const secret of [keys.databaseKey, keys.evidenceKey, Buffer.from(passphrase)]) {
    for (const form of ['base64', 'hex', 'utf8'] as const) expect(text.includes(secret.toString(form))).toBe(false)
  }
})

test('the root of an office lies under a passphrase of its own, and its certificate is there for all', async () => {
  const folder = openTestFolder()
  expect(findRootCertificate(folder)).toBeNull()
  await expect(openRoot(folder, 'de stamsleutel van het kantoor')).rejects.toEqual(code('no-root'))
  await expect(createRoot(folder, { name: 'Kantoor', passphrase: 'kort', now: NOW }, CHEAP)).rejects.toEqual(code('passphrase-weak'))
  const made = await createRoot(folder, { name: 'Kantoor', passphrase: 'de stamsleutel van het kantoor', now: NOW }, CHEAP)
  await expect(createRoot(folder, { name: 'Kantoor', passphrase: 'de stamsleutel van het kantoor', now: NOW }, CHEAP)).rejects.toEqual(code('root-exists'))
  expect(findRootCertificate(folder)).toBe(made.certificate)
  await expect(openRoot(folder, 'de wachtzin van A. Bakker')).rejects.toEqual(code('passphrase-wrong'))
  const again = await openRoot(folder, 'de stamsleutel van het kantoor')
  expect(isSignedBy(made.publicKey, Buffer.from('x'), again.sign(Buffer.from('x')))).toBe(true)
  again.close()
  expect(() => again.sign(Buffer.from('x'))).toThrow('workspace-locked')
  for (const name of ['root.json', 'root.copy.json']) writeFileSync(join(folder, name), 'x')
  await expect(openRoot(folder, 'de stamsleutel van het kantoor')).rejects.toEqual(code('keyring-damaged'))
})
