import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFiles } from '../../electron/cli/verify.ts'
import { canonical } from '../../electron/crypto/hash.ts'
import { makeCrl } from '../../electron/crypto/revocation.ts'
import { readCertificate } from '../../electron/crypto/certificate.ts'
import { sealBundle } from '../../electron/features/bundle/seal.ts'
import { AT, framework, goodSealing, INSPECTION, type Inspector, jsonl, openOffice, withMember, writeGoodBundle } from '../helpers/bundle.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { partsOf, replacing, zipOf } from '../helpers/hostile-bundle.ts'

test('each file gets its own answer, without a workspace', async () => {
  const { path, office, people, sealed } = await writeGoodBundle()
  const bad = join(openTestFolder(), 'kapot.veldtoets')
  writeFileSync(bad, zipOf(replacing(partsOf(readFileSync(path)), 'data/log.jsonl', () => '')))
  const crl = makeCrl(office.key, { number: 1, thisUpdate: '2026-03-01T00:00:00.000Z', revoked: [] })
  const [good, broken] = await verifyFiles([path, bad], { trust: office.root, crl, at: AT })
  expect(good).toEqual({
    file: 'bundle.veldtoets', verified: true, manifestSha256: sealed.manifestSha256, purpose: 'handover', inspection: INSPECTION,
    organisation: 'Veilig Thuis Voorbeeld', framework: expect.objectContaining({ id: framework.id, version: '1' }), madeAt: expect.any(String),
    signers: [{ name: people[0]!.name, role: 'inspector', statement: 'Naar waarheid opgemaakt.', time: expect.any(String) }], warnings: [], received: null,
  })
  expect(broken).toEqual({ file: 'kapot.veldtoets', verified: false, code: 'hash-mismatch', details: { member: 'data/log.jsonl' }, warnings: [] })
})

test('without a root it says that nobody looked who issued the certificates', async () => {
  const { path } = await writeGoodBundle({ office: openOffice('Niemand') })
  const [result] = await verifyFiles([path], { at: AT })
  expect(result).toMatchObject({ verified: true, warnings: ['root-not-checked', 'no-revocation-list'] })
  expect((await verifyFiles([path], { trust: openOffice().root, at: AT }))[0]).toMatchObject({ verified: false, code: 'certificate-not-from-office' })
})

test('what is no root is refused, and an old list is warned about', async () => {
  const { path, office, people } = await writeGoodBundle()
  await expect(verifyFiles([path], { trust: people[0]!.certificate, at: AT })).rejects.toThrow('certificate-usage')
  const crl = makeCrl(office.key, { number: 1, thisUpdate: '2026-03-01T00:00:00.000Z', days: 1, revoked: [] })
  await expect(verifyFiles([path], { crl, at: AT })).rejects.toThrow('revocation-list-invalid')
  expect((await verifyFiles([path], { trust: office.root, crl, at: '2026-03-03T00:00:00.000Z' }))[0]).toMatchObject({ warnings: ['revocation-list-out-of-date'] })
  const revoked = [{ serial: readCertificate(people[0]!.certificate).serial, at: '2026-03-01T00:00:00.000Z', reason: 'keyCompromise' as const }]
  const newer = makeCrl(office.key, { number: 2, thisUpdate: '2026-03-01T00:00:00.000Z', revoked })
  expect((await verifyFiles([path], { trust: office.root, crl: newer, at: AT }))[0]).toMatchObject({ verified: false, code: 'certificate-revoked' })
})

/** A hand-over from which the first content was erased, by whoever signs the erasure. */
async function erased(make: (own: Inspector, other: Inspector, office: Inspector) => Inspector | null, alter: (signature: string) => string = (text) => text) {
  const office = openOffice()
  const [own, other, desk] = [office.enrol(), office.enrol(), office.enrol({ role: 'office' })]
  const sealing = goodSealing([own, other])
  const [first, ...rest] = sealing.entries
  const by = make(own, other, desk)
  const record = { _type: 'veldtoets/erasure/1', inspection: INSPECTION, change: first!.id, author: by?.person, at: AT, reason: 'Naam van een kind.' }
  const line = by && { record, certificate: by.certificate, signature: alter(by.sign(Buffer.from(canonical(record))).toString('hex')) }
  const contents = rest.map(({ id, content }) => ({ change: id, ...content })).sort((a, b) => (a.change < b.change ? -1 : 1))
  const counts = { ...sealing.header.counts, contents: contents.length, erasures: line ? 1 : 0 }
  const without = withMember(sealing, 'data/content.jsonl', jsonl(contents))
  await sealBundle({ ...(line ? withMember(without, 'data/erasures.jsonl', jsonl([line])) : without), header: { ...sealing.header, counts } })
  return (await verifyFiles([sealing.path], { trust: office.root, at: AT }))[0]
}

test('an erased content is accepted with the signature of whoever erased it', async () => {
  expect(await erased((own) => own)).toMatchObject({ verified: true, warnings: ['no-revocation-list', 'contents-erased'] })
  expect(await erased((_own, _other, office) => office)).toMatchObject({ verified: true })
  expect(await erased((_own, other) => other)).toMatchObject({ verified: true })
  expect(await erased((own) => own, (signature) => signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).toMatchObject({ code: 'erasure-invalid' })
  expect(await erased(() => null)).toMatchObject({ verified: false, code: 'content-missing' })
})
