import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyFiles } from '../../electron/cli/verify.ts'
import { readCertificate } from '../../electron/crypto/certificate.ts'
import { makeCrl } from '../../electron/crypto/revocation.ts'
import { rate } from '../helpers/backend.ts'
import { AT, openOffice, writeGoodBundle } from '../helpers/bundle.ts'
import { partsOf, replacing, without, zipOf } from '../helpers/hostile-bundle.ts'
import { containerFiles } from '../helpers/hostile-container.ts'
import { insiderFiles } from '../helpers/hostile-insider.ts'
import { statementFiles } from '../helpers/hostile-statements.ts'
import { exchange, handOver, openJudged, openOffice as openLaptops, ROOT_PASSPHRASE } from '../helpers/office.ts'

const READER = resolve('test/bundle/reader.py')
const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'veldtoets-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: Buffer | string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
type Desk = { root: string; at?: string; crl?: string }

/** What the reader in Python says of each file: nothing, or why it refuses it. */
function told(files: readonly string[], { root, at = AT, crl = '-' }: Desk, reader = READER): (string | null)[] {
  const said = execFileSync('python3', [reader, root, at, crl, ...files], { encoding: 'utf8', maxBuffer: 1e8 })
  return said.trim().split('\n').map((line) => (JSON.parse(line) as [string, string | null])[1])
}

/** Which of these files the two readers do not agree on. */
async function disputed(files: readonly string[], { root, at = AT, crl }: Desk) {
  const trust = readFileSync(root, 'utf8')
  const ours = await verifyFiles(files, { trust, at, crl: crl && readFileSync(crl, 'utf8') })
  const theirs = told(files, { root, at, ...(crl ? { crl } : {}) })
  const verdicts = ours.map(({ verified, code }, index) => ({ file: files[index], verified, ours: code, theirs: theirs[index] }))
  return { disputed: verdicts.filter(({ verified, theirs }) => verified !== (theirs === null)), accepted: verdicts.filter(({ verified }) => verified).length }
}

describe.skipIf(!hasPython)('a second reader, in Python 3.9 or newer (skipped where that is missing)', () => {
  test('accepts a good bundle and refuses every hostile one, as ours does', async () => {
    const one = await writeGoodBundle({ folder })
    const bytes = readFileSync(one.path)
    const root = write('root.pem', one.office.root)
    const files = statementFiles(bytes, one.people).map(([, , make], index) => write(`s${index}`, make()))
    expect(await disputed([one.path, ...files], { root })).toEqual({ disputed: [], accepted: 1 })
  })

  test('and so of all that can be made without a key', async () => {
    const two = await writeGoodBundle({ people: 2, evidence: [Buffer.from('foto van het gebouw')], folder })
    const root = write('root.pem', two.office.root)
    const files = containerFiles(readFileSync(two.path), two.people).map(([, , make], index) => write(`c${index}`, make()))
    expect(await disputed([two.path, ...files], { root })).toEqual({ disputed: [], accepted: 1 })
  })

  test('planted: a reader that forgets to count the signers is found out', async () => {
    const two = await writeGoodBundle({ people: 2, folder })
    const careless = write('careless.py', readFileSync(READER, 'utf8').replace("need(kids == set(about['signers']), 'signers')", 'pass'))
    const stripped = without(partsOf(readFileSync(two.path)), ...['json', 'sig', 'pem'].map((end) => `signatures/${two.people[1]!.kid}.${end}`))
    const [file, root] = [write('stripped', zipOf(stripped)), write('root.pem', two.office.root)]
    expect([told([file], { root }), told([file], { root }, careless)]).toEqual([['signers'], [null]])
  })

  test('and of what colleagues and a careless office can make', async () => {
    const office = openOffice()
    const root = write('root.pem', office.root)
    const made = insiderFiles(office)
    const files = await Promise.all(made.map(async ([, , make], index) => write(`i${index}`, await make())))
    expect(await disputed(files, { root })).toEqual({ disputed: [], accepted: made.filter(([, code]) => code === 'accepted').length })
  })

  test('and of a bit in each part of what signs and certifies, with the checksums made to fit', async () => {
    const { path, office } = await writeGoodBundle({ folder, values: ['met'] })
    const parts = partsOf(readFileSync(path))
    const vital = parts.filter(({ name }) => /^(signatures|bundle|manifest)/.test(String(name)))
    const flips = vital.flatMap(({ name, content }) => Array.from({ length: Math.ceil(content.length / 61) }, (_, n) => [name, n * 61, n % 8] as const))
    const files = flips.map(([name, at, bit], index) => write(`f${index}`, zipOf(replacing(parts, String(name), (content) => {
      content[at]! ^= 1 << bit
      return content
    }))))
    expect(files.length).toBeGreaterThan(60)
    expect(await disputed(files, { root: write('root.pem', office.root) })).toEqual({ disputed: [], accepted: 0 })
  })

  test('and of certificates that are not valid yet, no longer, revoked or from elsewhere', async () => {
    const { path, office, people } = await writeGoodBundle({ folder })
    const root = write('root.pem', office.root)
    const crl = (at: string) => write(`${at.slice(0, 10)}.pem`, makeCrl(office.key, {
      number: 2, thisUpdate: at, revoked: [{ serial: readCertificate(people[0]!.certificate).serial, at, reason: 'keyCompromise' }],
    }))
    const cases: [Desk, number][] = [
      [{ root }, 1], [{ root, at: '2027-03-02T09:00:00.000Z' }, 0], [{ root, at: '2026-01-02T09:00:00.000Z' }, 0],
      [{ root, crl: crl('2026-03-01T00:00:00.000Z') }, 0], [{ root, crl: write('leeg.pem', makeCrl(office.key, { number: 1, thisUpdate: '2026-03-01T00:00:00.000Z', revoked: [] })) }, 1],
      [{ root: write('ander.pem', openOffice('Ander').root) }, 0],
    ]
    for (const [desk, accepted] of cases) expect(await disputed([path], desk)).toEqual({ disputed: [], accepted })
  })

  test('reads what the program itself hands over and exchanges', async () => {
    const office = await openLaptops()
    const { laptop, first, retest } = await openJudged(office)
    const root = join(folder, 'kantoor.pem')
    await office.api.enrolment.exportRoot({ file: root })
    const files = [await handOver(laptop, first), await exchange(laptop, retest)]
    const { manifest } = (await laptop.api.bundle.list({ inspection: retest }))[0]!
    await rate(laptop, retest, '1.1.1', '-')
    files.push(await exchange(laptop, retest, manifest))
    expect(await disputed(files, { root, at: laptop.host.now() })).toEqual({ disputed: [], accepted: 3 })

    const nextPassphrase = 'de tweede wortel ligt in een andere kluis'
    await office.api.enrolment.rollOver({ rootPassphrase: ROOT_PASSPHRASE, name: 'Kantoor', nextPassphrase })
    const pass = join(folder, 'nieuw.veldpass')
    await office.api.enrolment.renewPass({ kid: (await laptop.api.enrolment.status({})).kid!, rootPassphrase: nextPassphrase, file: pass })
    await laptop.api.enrolment.acceptPass({ file: pass, rootWords: (await laptop.api.enrolment.readPass({ file: pass })).rootWords })
    files.push(await handOver(laptop, first))
    const both = join(folder, 'wortels.pem')
    await office.api.enrolment.exportRoot({ file: both })
    const [newest, oldest] = readFileSync(both, 'utf8').split(/(?<=END CERTIFICATE-----\n)/) as [string, string]
    const at = laptop.host.now()
    expect(await disputed(files, { root: both, at })).toEqual({ disputed: [], accepted: 4 })
    expect(await disputed(files, { root: write('nieuw.pem', newest), at })).toEqual({ disputed: [], accepted: 1 })
    expect(await disputed(files, { root: write('oud.pem', oldest), at })).toEqual({ disputed: [], accepted: 3 })
  })
})
