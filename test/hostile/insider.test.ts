import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headOf, LogEntry } from '../../shared/domain/bundle.ts'
import type { Edit } from '../../shared/domain/entity.ts'
import { appendAudit, findLastAudit, listAudit } from '../../electron/db/audit.ts'
import { listEntries, record } from '../../electron/db/change-log.ts'
import { listDevicesOf } from '../../electron/db/device.ts'
import { hash } from '../../electron/crypto/hash.ts'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { saveStatement } from '../../electron/features/bundle/repository.ts'
import { bytesOf, sealBundle } from '../../electron/features/bundle/seal.ts'
import type { Member } from '../../electron/features/bundle/zip-writer.ts'
import { findPass } from '../../electron/features/enrolment/repository.ts'
import { answer, at, type Laptop, lookAt, newInspection, openTestFolder, rate, ratingAt, rationaleAt } from '../helpers/backend.ts'
import { goodSealing, type Inspector, signerOf } from '../helpers/bundle.ts'
import { enrol, exchange, openEnrolled, openJudged, openOffice } from '../helpers/office.ts'

/** Someone who is enrolled, with the key in hand. */
function inspectorAt(laptop: Laptop): Inspector {
  const { db, keys, person, device } = laptop.context()
  const { kid, publicKey } = keys.signing()!
  const nonce = listDevicesOf(db, person.id).find(({ id }) => id === device)?.nonce ?? 'f'.repeat(32)
  return { kid, publicKey, sign: (bytes) => keys.sign(bytes), person: person.id, name: person.name, role: 'inspector', nonce, device, certificate: findPass(db, kid)!.certificate }
}

/** The same bundle with other members, signed by who holds the key; its header and statements tell of the audit chains inside. */
async function reseal(laptop: Laptop, file: string, alter: (members: Member[]) => Member[]): Promise<string> {
  const bundle = await openBundle(file, { roots: [], at: laptop.host.now(), crls: [] })
  const names = bundle.names.filter((name) => name.startsWith('data/'))
  const members = alter(await Promise.all(names.map(async (name) => ({ name, content: await bundle.read(name) }))))
  await bundle.close()
  const { signers: _signers, ...header } = bundle.header
  const earlier = members.filter(({ name }) => name.startsWith('data/earlier/')).length
  const log = String(members.find(({ name }) => name === 'data/log.jsonl')!.content).trim().split('\n').map((line) => LogEntry.parse(JSON.parse(line)))
  const logHead = Object.fromEntries(log.map(({ device, n, hash }) => [device, { n, hash }]))
  const path = join(openTestFolder(), 'vals.veldtoets')
  await sealBundle({
    header: { ...header, logHead, counts: { ...header.counts, earlier, log: log.length } }, members, signers: [signerOf(inspectorAt(laptop))], devices: [...bundle.devices.values()], path,
  })
  return path
}

/** Writes past all that the program refuses, as someone does who has its key and alters the program. */
function forge(laptop: Laptop, inspection: string, edit: Partial<Edit>): void {
  const full = { entity: 'inspection', entityId: inspection, kind: 'set', reason: null, seen: [], ...edit } as Edit
  laptop.db().transaction(() => record(laptop.context(), inspection, [full])).immediate()
}

const codeOf = async ({ api }: Laptop, file: string) => {
  const [arrival] = await api.bundle.import({ files: [file] })
  return arrival!.failure?.code ?? arrival!.state
}

/** An inspection on the laptops of two colleagues. */
async function openShared() {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  return { office, ours, theirs, inspection }
}

test('a bundle puts no other framework under an inspection', async () => {
  const { ours, theirs, inspection } = await openShared()
  const { seen } = await lookAt(theirs, at(inspection, 'inspection', inspection, 'framework'))
  const framework = (await theirs.api.inspection.list({}))[0]!.framework.hash
  forge(theirs, inspection, { field: 'framework', value: 'a'.repeat(64), seen })
  forge(theirs, inspection, { field: 'framework', value: framework, seen: (await lookAt(theirs, at(inspection, 'inspection', inspection, 'framework'))).seen })
  const before = await ours.api.inspection.list({})
  expect(await codeOf(ours, await exchange(theirs, inspection))).toBe('framework-mismatch')
  expect(await ours.api.inspection.list({})).toEqual(before)
})

test('a bundle that says nothing of its framework leaves the list of the office as it was', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const sealing = goodSealing([inspectorAt(laptop)])
  await sealBundle(sealing)
  expect(await codeOf(office, sealing.path)).toBe('framework-mismatch')
  expect(await office.api.inspection.list({})).toEqual([])
})

test('what makes an inspection one cannot be erased', async () => {
  const { ours, inspection } = await openShared()
  const [change] = (await lookAt(ours, at(inspection, 'inspection', inspection, 'framework'))).seen
  await expect(ours.api.field.erase({ change: change!, reason: 'Weg.' })).rejects.toThrow('not-erasable')
  expect(await ours.api.inspection.list({})).toHaveLength(1)
})

test('what someone erases of a colleague is at most missing until the colleague hands it over', async () => {
  const { office, ours, theirs, inspection } = await openShared()
  await rate(ours, inspection, '1.1.1', '-')
  await answer(ours, rationaleAt(inspection, '1.1.1'), 'Niet bereikbaar in het weekend.')
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  for (const place of [ratingAt(inspection, '1.1.1'), rationaleAt(inspection, '1.1.1')]) {
    const [change] = (await lookAt(theirs, place)).seen
    await theirs.api.field.erase({ change: change!, reason: 'Komt mij niet uit.' })
  }
  await office.api.bundle.import({ files: [await exchange(theirs, inspection)] })
  expect(await lookAt(office, ratingAt(inspection, '1.1.1'))).toMatchObject({ value: null, heads: [{ erased: true }] })
  await office.api.bundle.import({ files: [await exchange(ours, inspection)] })
  expect(await lookAt(office, ratingAt(inspection, '1.1.1'))).toMatchObject({ value: '-', heads: [{ erased: false }] })
  expect(await lookAt(office, rationaleAt(inspection, '1.1.1'))).toMatchObject({ value: 'Niet bereikbaar in het weekend.' })
})

test('nobody travels under a name that the office did not certify', async () => {
  const { office, ours, theirs, inspection } = await openShared()
  await rate(ours, inspection, '1.1.1', '-')
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  theirs.db().prepare(`UPDATE person SET name = 'C. Smit' WHERE name = 'A. Bakker'`).run()
  expect(await codeOf(office, await exchange(theirs, inspection))).toBe('person-uncertified')
  expect(await office.api.workspace.persons({})).toHaveLength(1)
})

test('nobody adds a line to the log of somebody else\'s device', async () => {
  const { ours, theirs, inspection } = await openShared()
  const { device, author } = ours.context()
  const file = await exchange(theirs, inspection)
  appendAudit({ ...theirs.context(), device, author }, inspection, 'early-look', 'a'.repeat(64))
  const forged = listAudit(theirs.db(), inspection).map(({ body, hash }) => bytesOf({ ...JSON.parse(body), hash }))
  const lie = await reseal(theirs, file, (members) => members.map((member) =>
    (member.name === 'data/log.jsonl' ? { name: member.name, content: Buffer.concat(forged) } : member)))
  expect(await codeOf(ours, lie)).toBe('log-chain-broken')
  expect(await codeOf(ours, await exchange(theirs, inspection))).toBe('new') // the program itself sends no further than the colleague signed
})

test('nobody goes on under the device of a colleague', async () => {
  const { office, ours, theirs, inspection } = await openShared()
  await office.api.bundle.import({ files: [await exchange(ours, inspection)] })
  const buildsOn = (await theirs.api.bundle.list({ inspection }))[0]!.manifest
  const { session } = theirs.backend
  session.workspace = { ...session.workspace!, device: ours.context().device }
  forge(theirs, inspection, { entity: 'finding', entityId: '1.1.1', field: 'rating', value: '+' } as Partial<Edit>)
  const { kid, certificate, sign, person, nonce } = inspectorAt(theirs)
  const { device } = theirs.context()
  const written = listEntries(theirs.db(), inspection).map(({ id }) => id)
  const log = findLastAudit(theirs.db(), { inspection, device })!
  const statement = { _type: 'veldtoets/device-log/1' as const, inspection, device, nonce, person, kid, counter: written.length, head: headOf(hash, written), log }
  const json = bytesOf(statement)
  saveStatement(theirs.db(), statement, { json, sig: sign(json), pem: certificate }, theirs.host.now())
  expect(await codeOf(office, await exchange(theirs, inspection, buildsOn))).toBe('author-unproved')
})

test('what a colleague signed in time counts on after their certificate has expired, where it came in before', async () => {
  const { office, ours, theirs, inspection } = await openShared()
  const stranger = await openEnrolled(office, 'C. Smit')
  await office.api.bundle.import({ files: [await exchange(ours, inspection)] })
  for (const laptop of [office, theirs, stranger]) laptop.pass(300)
  for (const laptop of [theirs, stranger]) await enrol(laptop, office)
  for (const laptop of [office, theirs, stranger]) laptop.pass(100)
  await rate(theirs, inspection, '1.1.1', '-')
  const file = await exchange(theirs, inspection)
  expect(await codeOf(office, file)).toBe('new')
  expect(await codeOf(stranger, file)).toBe('certificate-expired')
})

test('nobody takes the name of a device that is not theirs, not even before its owner sends anything', async () => {
  const { office, ours, theirs, inspection } = await openShared()
  const [own, victim] = [inspectorAt(theirs), inspectorAt(ours)]
  const sealing = goodSealing([{ ...own, device: victim.device, nonce: victim.nonce }])
  await sealBundle(sealing)
  expect(await codeOf(office, sealing.path)).toBe('author-unproved')
  expect(await codeOf(office, await exchange(ours, inspection))).toBe('new')
})

test('a field that no screen shows stands in nobody\'s way', async () => {
  const { ours, theirs, inspection } = await openShared()
  forge(theirs, inspection, { entity: 'finding', entityId: 'nergens', field: 'rating', value: null } as Partial<Edit>)
  expect(await codeOf(ours, await exchange(theirs, inspection))).toBe('content-invalid')
})

test('a bundle tells of the earlier round that its inspection names, under its own id, and of no other', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  const file = await exchange(laptop, retest)
  const other = laptop.host.newId()
  const lie = (inspection: string) => reseal(laptop, file, (members) => {
    const { content } = members.find(({ name }) => name.startsWith('data/earlier/'))!
    return [...members, { name: `data/earlier/${other}.json`, content: bytesOf({ ...JSON.parse(String(content)), inspection }) }]
  })
  expect(await codeOf(office, await lie(retest))).toBe('field-invalid')
  expect(await codeOf(office, await lie(other))).toBe('new')
  expect(office.db().prepare('SELECT inspection FROM earlier').pluck().all()).not.toContain(other)
})

test('a step to publication does not arrive with an inspection, whoever wrote it there', async () => {
  const { ours, theirs, inspection } = await openShared()
  const step = { kind: 'decided' as const, day: '2026-01-05', by: 'hoofdinspecteur', reason: null, ground: null, inspection, bundle: null }
  forge(theirs, inspection, { entity: 'publicationStep', entityId: '0198c0de-0000-7000-8000-0000000000d1', field: 'step', value: step })
  expect(await codeOf(ours, await exchange(theirs, inspection))).toBe('content-invalid')
})

test('nothing comes in under the id of an organisation, where its supervision file is', async () => {
  const { ours, theirs, inspection } = await openShared()
  const { framework, organisation } = (await theirs.api.inspection.list({}))[0]!
  forge(theirs, organisation.id, { entityId: organisation.id, field: 'framework', value: framework.hash })
  forge(theirs, organisation.id, { entityId: organisation.id, field: 'organisation', value: organisation.id })
  expect(await codeOf(ours, await exchange(theirs, organisation.id))).toBe('field-invalid')
  expect((await ours.api.inspection.list({})).map(({ id }) => id)).toEqual([inspection])
})

test('nor where the bundle that brings the organisation comes along with it', async () => {
  const { ours, theirs, inspection } = await openShared()
  const [known] = await theirs.api.organisation.list({})
  const created = { ...known!, id: '0198c0de-0000-7000-8000-0000000000e1', name: 'Nieuwe organisatie' }
  await theirs.api.organisation.save(created)
  const { framework } = (await theirs.api.inspection.list({}))[0]!
  const bringing = '0198c0de-0000-7000-8000-0000000000e2'
  for (const [log, organisation] of [[bringing, created.id], [created.id, known!.id]] as const) {
    forge(theirs, log, { entityId: log, field: 'framework', value: framework.hash })
    forge(theirs, log, { entityId: log, field: 'organisation', value: organisation })
  }
  const files = [await exchange(theirs, bringing), await exchange(theirs, created.id)]
  const told = (arrivals: Awaited<ReturnType<typeof ours.api.bundle.import>>) => arrivals.map(({ state, failure }) => failure?.code ?? state)
  expect(told(await ours.api.bundle.import({ files }))).toEqual(['new', 'field-invalid'])
  expect((await ours.api.inspection.list({})).map(({ id }) => id).sort()).toEqual([inspection, bringing].sort())
})
