import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../electron/cli/commands.ts'
import { verifyFiles } from '../electron/cli/verify.ts'
import { answer, type Laptop, lookAt, openTestFolder, PASSPHRASE, rate, rationaleAt } from './helpers/backend.ts'
import { partsOf, type Part, replacing, without, zipOf } from './helpers/hostile-bundle.ts'
import { enrol, exchange, handOver, openEnrolled, openJudged, openOffice, ROOT_PASSPHRASE } from './helpers/office.ts'

const SECOND = 'de tweede heeft een eigen wachtzin'

const kidOf = async ({ api }: Laptop, inspection: string, name: string) => (await api.bundle.signers({ inspection })).find((one) => one.name === name)!.kid!

async function written({ api }: Laptop, manifest: string, plain = true): Promise<string> {
  const file = join(openTestFolder(), 'x.veldtoets')
  await api.bundle.write({ manifest, file, plain })
  return file
}

/** Two laptops that know the same inspection, and what the first proposes to sign. */
async function openTwo() {
  const office = await openOffice()
  const [{ laptop: ours, retest: inspection }, theirs] = [await openJudged(office), await openEnrolled(office, 'B. Visser')]
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  await answer(theirs, rationaleAt(inspection, '1.1.1'), 'Samen nagebeld.')
  await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })
  const propose = async () => ours.api.bundle.propose({ inspection, others: [await kidOf(ours, inspection, 'B. Visser')] })
  return { office, ours, theirs, inspection, propose }
}

/** A bundle as someone else would have it. */
async function altered(file: string, edit: (parts: Part[]) => Part[]): Promise<string> {
  const path = join(openTestFolder(), 'anders.veldtoets')
  writeFileSync(path, zipOf(edit(partsOf(readFileSync(file)))))
  return path
}

const codesOf = async ({ api }: Laptop, ...files: string[]) => (await api.bundle.preview({ files })).map(({ state, failure }) => failure?.code ?? state)

test('two inspectors on two laptops sign the same content; before that it is only a proposal', async () => {
  const { office, ours, theirs, inspection, propose } = await openTwo()
  expect(await ours.api.bundle.signers({ inspection })).toMatchObject([{ name: 'A. Bakker', own: true, here: true }, { name: 'B. Visser', own: false, here: false, changes: 1 }])
  const { manifest, sequence } = await propose()
  const statusOf = async ({ api }: Laptop) => (await api.inspection.list({})).find(({ id }) => id === inspection)?.status
  expect([sequence, await statusOf(ours)]).toEqual([2, 'draft'])

  const encrypted = await written(ours, manifest, false)
  expect(readFileSync(encrypted).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  const plain = await written(ours, manifest)
  const outsider = await openEnrolled(office, 'C. Smit')
  for (const one of [office, outsider]) expect(await codesOf(one, plain)).toEqual(['signer-missing'])
  expect(await ours.api.bundle.verify({ file: plain, root: null })).toMatchObject({ verified: false, failure: { code: 'signer-missing' } })

  expect(await theirs.api.bundle.import({ files: [encrypted] })).toMatchObject([{ state: 'new', failure: null }])
  expect(await codesOf(theirs, plain)).toEqual(['known'])
  const [asked] = await theirs.api.bundle.list({ inspection })
  expect(asked).toMatchObject({ manifest, state: 'proposed', kept: true })
  expect(asked!.signers.map(({ name, own, statement }) => [name, own, statement]).sort()).toEqual([
    ['A. Bakker', false, 'Coördinerend inspecteur. Dit inspectiebestand geeft weer wat ik heb vastgelegd en bevonden.'], ['B. Visser', true, null],
  ])
  expect(await theirs.api.bundle.review({ manifest })).toMatchObject({
    organisation: 'Veilig Thuis Drenthe', met: 18, assessed: 24, outcome: 'voldoet nog niet aan de eisen', differs: [], capacity: 'inspector',
  })
  expect(await theirs.api.bundle.cosign({ manifest })).toMatchObject({ complete: true })
  expect(await theirs.api.bundle.cosign({ manifest })).toMatchObject({ complete: true })

  const whole = await written(theirs, manifest, false)
  const [arrival] = await office.api.bundle.import({ files: [whole] })
  expect(arrival).toMatchObject({ state: 'new', failure: null, contents: { manifest } })
  expect(arrival!.contents!.signers.map(({ name, statement }) => `${name}: ${statement.split('.')[0]}`).sort()).toEqual(['A. Bakker: Coördinerend inspecteur', 'B. Visser: Inspecteur'])
  expect(await ours.api.bundle.import({ files: [whole] })).toMatchObject([{ state: 'new', added: 0 }])
  expect([await statusOf(ours), await statusOf(theirs), await statusOf(office)]).toEqual(['exported', 'signed', 'received'])
  expect(await codesOf(ours, whole, encrypted)).toEqual(['known', 'known'])
})

test('two inspectors on one laptop sign after each other without carrying a file', async () => {
  const office = await openOffice()
  const { laptop, retest: inspection } = await openJudged(office)
  await laptop.api.workspace.addPerson({ person: { name: 'B. Visser', inspectorate: 'Inspectie Gezondheidszorg' }, passphrase: SECOND })
  await laptop.api.workspace.switch({ passphrase: SECOND })
  await enrol(laptop, office)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Samen nagebeld.')
  await laptop.api.bundle.signOwnLog({ inspection })
  await laptop.api.workspace.switch({ passphrase: PASSPHRASE })
  const { manifest } = await laptop.api.bundle.propose({ inspection, others: [await kidOf(laptop, inspection, 'B. Visser')] })
  await laptop.api.workspace.switch({ passphrase: SECOND })
  expect(await laptop.api.bundle.cosign({ manifest, as: 'lead' })).toMatchObject({ complete: true })
  expect(await laptop.api.bundle.list({ inspection })).toMatchObject([{ manifest, state: 'accepted', kept: true }])
  expect(await office.api.bundle.import({ files: [await written(laptop, manifest, false)] })).toMatchObject([{ state: 'new', failure: null }])
})

test('a signature that is stripped, swapped, added or made for something else is refused', async () => {
  const { office, ours, theirs, inspection, propose } = await openTwo()
  const { manifest } = await propose()
  await theirs.api.bundle.import({ files: [await written(ours, manifest)] })
  await theirs.api.bundle.cosign({ manifest })
  const whole = await written(theirs, manifest)
  const [a, b] = [await kidOf(ours, inspection, 'A. Bakker'), await kidOf(ours, inspection, 'B. Visser')]
  const three = (kid: string) => ['json', 'sig', 'pem'].map((ending) => `signatures/${kid}.${ending}`)
  const partOf = (parts: Part[], name: string) => parts.find((part) => part.name === name)!.content

  const outsider = await openEnrolled(office, 'C. Smit')
  await outsider.api.bundle.import({ files: [await exchange(ours, inspection)] })
  const alone = await handOver(outsider, inspection)
  const c = (await outsider.api.bundle.signers({ inspection }))[0]!.kid!
  const added = partsOf(readFileSync(alone)).filter(({ name }) => three(c).includes(String(name)))
  const ordered = (parts: Part[]) => [...parts.slice(0, 2), ...parts.slice(2).sort((one, two) => (rank(one) < rank(two) ? -1 : 1))]
  const rank = ({ name }: Part) => `${String(name).startsWith('signatures/') ? 0 : 1}${String(name)}`

  expect(await codesOf(office, whole, ...await Promise.all([
    altered(whole, (parts) => without(parts, ...three(b))),
    altered(whole, (parts) => without(parts, ...three(a), ...three(b))),
    altered(whole, (parts) => without(parts, `signatures/${b}.sig`)),
    altered(whole, (parts) => replacing(parts, `signatures/${b}.sig`, () => partOf(parts, `signatures/${a}.sig`))),
    altered(whole, (parts) => three(b).reduce((all, name, at) => replacing(all, name, () => partOf(parts, three(a)[at]!)), parts)),
    altered(whole, (parts) => ordered([...parts, ...added])),
    altered(whole, (parts) => ordered([...without(parts, ...three(b)), ...added])),
    altered(whole, (parts) => replacing(parts, 'bundle.json', (json) => json.toString().replace(`"${b}"`, `"${c}"`))),
  ]))).toEqual(['new', 'signer-missing', 'no-signature', 'signer-missing', 'signature-invalid', 'signature-invalid', 'signer-missing', 'signer-missing', 'hash-mismatch'])

  await rate(ours, inspection, '2.1.1', '+')
  const { manifest: other } = await propose()
  const otherFile = await written(ours, other)
  const theirSignature = partsOf(readFileSync(whole)).filter(({ name }) => three(b).includes(String(name)))
  expect(await codesOf(office, await altered(otherFile, (parts) => ordered([...parts, ...theirSignature])))).toEqual(['manifest-mismatch'])
  expect(await codesOf(theirs, await altered(otherFile, (parts) => ordered([...parts, ...theirSignature])))).toEqual(['manifest-mismatch'])
})

test('whose certificate ran out or was revoked cannot sign too, and a signature that comes in after that does not count', async () => {
  const { office, ours, theirs, inspection, propose } = await openTwo()
  const { manifest } = await propose()
  await theirs.api.bundle.import({ files: [await written(ours, manifest)] })
  const { manifest: back } = await theirs.api.bundle.propose({ inspection, others: [await kidOf(theirs, inspection, 'A. Bakker')] })
  await ours.api.bundle.import({ files: [await written(theirs, back)] })
  await theirs.api.bundle.cosign({ manifest })
  const late = await written(theirs, manifest)

  const list = join(openTestFolder(), 'lijst.pem')
  office.pass(1) // clocks tick at each look: a day sets them apart
  await office.api.enrolment.revoke({ kid: await kidOf(ours, inspection, 'B. Visser'), reason: 'cessationOfOperation', since: null, rootPassphrase: ROOT_PASSPHRASE })
  await office.api.enrolment.exportList({ file: list, root: (await office.api.enrolment.roots({}))[0]!.id })
  for (const { api, pass } of [ours, theirs]) {
    pass(2)
    await api.enrolment.readList({ file: list })
  }
  expect(await codesOf(ours, late)).toEqual(['certificate-revoked'])
  expect((await ours.api.bundle.signers({ inspection })).map(({ name }) => name)).toEqual(['A. Bakker'])
  await expect(theirs.api.bundle.cosign({ manifest })).rejects.toThrow('certificate-revoked')
  expect((await ours.api.bundle.list({ inspection })).find((one) => one.manifest === manifest)).toMatchObject({ state: 'proposed' })
  ours.pass(400)
  await expect(ours.api.bundle.cosign({ manifest: back })).rejects.toThrow('certificate-expired')
})

test('what is changed after signing is told place by place, and the next hand-over replaces the one before', async () => {
  const office = await openOffice()
  const { laptop, retest: inspection } = await openJudged(office)
  expect(await laptop.api.bundle.changed({ inspection })).toBeNull()
  const one = await handOver(laptop, inspection)
  expect(await laptop.api.bundle.changed({ inspection })).toBeNull()
  await answer(laptop, rationaleAt(inspection, '2.1.1'), 'Nog eens gebeld.')
  await answer(laptop, rationaleAt(inspection, '2.1.1'), 'Twee keer gebeld.')
  expect(await laptop.api.bundle.changed({ inspection })).toMatchObject({ sequence: 1, places: [{ entity: 'finding', entityId: '2.1.1', field: 'rationale' }] })
  const two = await handOver(laptop, inspection)
  expect(await laptop.api.bundle.changed({ inspection })).toBeNull()
  await office.api.bundle.import({ files: [two, one] })
  for (const { api } of [laptop, office]) {
    const chain = Object.fromEntries((await api.bundle.list({ inspection })).map((bundle) => [bundle.sequence, bundle]))
    expect([chain[2]!.replaces, chain[1]!.replacedBy, chain[1]!.replaces, chain[2]!.replacedBy]).toEqual([chain[1]!.manifest, chain[2]!.manifest, null, null])
  }
})

test('what was erased is not kept to be signed, and who is not asked cannot sign', async () => {
  const { ours, theirs, inspection, propose } = await openTwo()
  const { manifest } = await propose()
  await theirs.api.bundle.import({ files: [await written(ours, manifest)] })
  const { manifest: own } = await theirs.api.bundle.propose({ inspection, others: [await kidOf(theirs, inspection, 'A. Bakker')] })
  await expect(theirs.api.bundle.review({ manifest: 'f'.repeat(64) })).rejects.toThrow('proposal-gone')
  const [change] = (await lookAt(theirs, rationaleAt(inspection, '1.1.1'))).seen
  await theirs.api.field.erase({ change: change!, reason: 'Herleidbaar.' })
  for (const gone of [manifest, own]) await expect(theirs.api.bundle.cosign({ manifest: gone })).rejects.toThrow('proposal-gone')
  expect(readdirSync(join(theirs.home, 'werk', 'bundles'))).toEqual([])
  await expect(theirs.api.bundle.propose({ inspection, others: ['0'.repeat(32)] })).rejects.toThrow('recipient-unknown')
})

test('by command one sees first what one signs, and signs by naming its six words', async () => {
  const { ours, theirs, propose } = await openTwo()
  const { manifest } = await propose()
  const [proposal, out] = [await written(ours, manifest), join(openTestFolder(), 'samen.veldtoets')]
  const { api, send, host } = theirs
  const cosign = (options: Record<string, string>) => commands.cosign!.run({
    args: [proposal], options: { out, ...options }, api, send, host, language: 'nl', say: () => {}, line: () => {}, secret: async () => '', run: {},
  })
  const shown = await cosign({})
  expect(shown).toMatchObject({ good: true, json: { manifest, review: { met: 18, assessed: 24 } } })
  expect(existsSync(out)).toBe(false)
  await expect(cosign({ words: 'een twee drie vier vijf zes' })).rejects.toThrow('words-differ')
  expect(await cosign({ words: shown.lines[0]! })).toMatchObject({ good: true, json: { complete: true } })
  const told = await verifyFiles([out], { at: host.now() })
  expect(told[0]).toMatchObject({ verified: true, manifestSha256: manifest })
  expect(told[0]!.signers!.map(({ statement }) => statement.split('.')[0]).sort()).toEqual(['Coördinerend inspecteur', 'Inspecteur'])
})
