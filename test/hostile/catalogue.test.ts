import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFiles } from '../../electron/cli/verify.ts'
import english from '../../shared/i18n/en.errors.json' with { type: 'json' }
import dutch from '../../shared/i18n/nl.errors.json' with { type: 'json' }
import { AT, openOffice, writeGoodBundle } from '../helpers/bundle.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { containerFiles } from '../helpers/hostile-container.ts'
import { insiderFiles } from '../helpers/hostile-insider.ts'
import { statementFiles } from '../helpers/hostile-statements.ts'

const office = openOffice()

test.each(insiderFiles(office))('%s → %s', async (_what, code, make) => {
  const path = join(openTestFolder(), 'x.veldtoets')
  writeFileSync(path, await make())
  const [found] = await verifyFiles([path], { trust: office.root, at: AT })
  expect(found?.code ?? 'accepted').toBe(code)
})

const [STATEMENTS, INSIDER] = ['helpers/hostile-statements.ts', 'helpers/hostile-insider.ts']
const [QUARANTINE, REVOKE] = ['bundle/quarantine.test.ts', 'revoke.test.ts']

/** The lines of the catalogue whose test does not begin with their number: where that test is. A line names what holds it, also where the format made it impossible. */
const ELSEWHERE: Readonly<Record<number, [file: string, title: string][]>> = {
  48: [['hostile/container.test.ts', 'a file that is larger than any bundle is refused before it is read'], ['hostile/interrupted.test.ts', '100 where the disk is full']],
  49: [['bundle/format-document.test.ts', 'a stick that is pulled out while reading']],
  51: [['hostile/container.test.ts', 'a folder, a link and a pipe are not opened']],
  52: [[QUARANTINE, 'what was signed with a certificate that has expired since is kept apart']],
  53: [[QUARANTINE, 'a certificate that is yet to begin by the clock of here keeps a bundle apart']],
  54: [[REVOKE, 'nothing more comes in'], ['bundle/verify.test.ts', "'certificate-revoked'"]],
  59: [[REVOKE, 'an older list does not take the word back'], ['bundle.test.ts', 'does not bring an older revocation list back']],
  60: [[REVOKE, 'an old list is told in the field, and closes the door of the office'], ['bundle/verify.test.ts', 'an old list is warned about']],
  65: [[STATEMENTS, 'another format']], // there is no format before the first
  66: [[STATEMENTS, 'another format']],
  80: [[QUARANTINE, "['clock-ahead', 1]"], ['change.test.ts', 'the heads are what nobody knowingly replaced']],
  81: [['bundle.test.ts', 'importing again changes nothing']],
  83: [[QUARANTINE, 'the same bundle id with other contents']],
  84: [[STATEMENTS, 'a change altered']],
  86: [['bundle.test.ts', 'a bundle that builds on one that is not here waits for it']],
  87: [[QUARANTINE, 'two bundles of one device that do not follow each other'], [QUARANTINE, 'numbers that lack are told of']],
  88: [['bundle/transport.test.ts', 'nobody else reads it'], [INSIDER, '30 a signer of another office']],
  89: [[QUARANTINE, 'who is not in the team']],
  91: [['hostile/insider.test.ts', "a field that no screen shows stands in nobody"]],
  95: [['picture.test.ts', 'a PNG of 60,000 by 60,000'], ['picture.test.ts', 'a page behind the mark of a GIF']],
  96: [['bundle/transport.test.ts', 'nobody else reads it']],
  99: [[QUARANTINE, "'log-forked'"]],
  101: [['hostile/machine.test.ts', 'one file imported twice at once'], ['workspace.test.ts', "'workspace-in-use'"]],
  102: [['bundle.test.ts', 'what differs is kept, shown and settled']],
  105: [['privacy-gate.test.ts', 'a BSN in a rationale blocks handing over']],
}

const LINES = Array.from({ length: 105 }, (_, index) => index + 1)
const sources = globSync('test/{hostile,bundle,helpers}/*.ts').filter((file) => !file.endsWith('catalogue.test.ts')).map((file) => readFileSync(file, 'utf8')).join('\n')
const titled = new Set([...sources.matchAll(/['"`]((?:\d{1,3} )+)[^'"`]/g)].flatMap(([, numbers]) => numbers!.trim().split(' ').map(Number)))

test.each(LINES)('line %i of the catalogue has its test', (line) => {
  const places = ELSEWHERE[line] ?? []
  for (const [file, title] of places) expect(readFileSync(join('test', file), 'utf8')).toContain(title)
  expect(titled.has(line) || places.length > 0).toBe(true)
})

test('no test of these is left out or run alone', () => {
  const left = globSync('test/**/*.test.ts').filter((file) => /\b(test|describe)\.(only|skip|todo|fails)\b/.test(readFileSync(file, 'utf8')))
  expect(left).toEqual([])
})

/** Codes that no bundle of bytes can reach: they need another file, a list, or a base that the reader has. Each with the test that reaches it. */
const BY_OTHER_MEANS: Readonly<Record<string, [file: string, expected: string]>> = {
  'read-error': ['bundle/format-document.test.ts', "toThrow('read-error')"],
  'file-unreadable': ['hostile/container.test.ts', "toBe('file-unreadable')"],
  'not-a-regular-file': ['hostile/container.test.ts', "toBe('not-a-regular-file')"],
  'too-large': ['hostile/container.test.ts', "code: 'too-large'"],
  'encrypted-bundle': ['bundle/transport.test.ts', "code: 'encrypted-bundle'"],
  'person-uncertified': ['hostile/insider.test.ts', "toBe('person-uncertified')"],
  'certificate-expired': ['hostile/statements.test.ts', "'certificate-expired'"],
  'certificate-not-yet-valid': ['hostile/statements.test.ts', "'certificate-not-yet-valid'"],
  'revocation-list-out-of-date': ['crypto/certificate.test.ts', "toBe('revocation-list-out-of-date')"],
  'certificate-revoked': ['bundle/verify.test.ts', "code: 'certificate-revoked'"],
  'root-distrusted': ['distrust.test.ts', "['known', 'root-distrusted']"],
  'revocation-list-invalid': ['bundle/verify.test.ts', "toThrow('revocation-list-invalid')"],
}

const readers = globSync('electron/features/bundle/{file,layout,manifest,open,records,erasure,statements,text,zip-reader,arrive}.ts')
const thrown = [...new Set([...readers, ...globSync('electron/crypto/{certificate,der,ed25519,trust,revocation}.ts')]
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/appError\('([a-z-]+)'/g)].map(([, code]) => code!)))].filter((code) => code !== 'not-enrolled')

test('every code that reading a bundle can end in is reached by some hostile file', async () => {
  const { path, people } = await writeGoodBundle({ people: 2, evidence: [Buffer.from('foto')] })
  const bytes = readFileSync(path)
  const tables = [...containerFiles(bytes, people), ...statementFiles(bytes, people), ...insiderFiles(office)]
  const reached = new Set<string>(tables.map(([, code]) => code))
  for (const [code, [file, expected]] of Object.entries(BY_OTHER_MEANS)) {
    expect(readFileSync(join('test', file), 'utf8')).toContain(expected)
    reached.add(code)
  }
  expect(thrown.length).toBeGreaterThan(45)
  expect(thrown.filter((code) => !reached.has(code))).toEqual([])
})

const TO_DO = {
  nl: /\b(vraag|kopieer|gebruik|meld|controleer|werk|bel|kies|maak|zet|probeer|neem|lees|sluit)\b/i,
  en: /\b(ask|copy|use|report|tell|check|update|call|choose|make|put|try|take|read|close)\b/i,
}

test.each([...thrown, 'age-header', 'not-for-this-workspace', 'encryption-damaged', 'log-forked', 'bundle-forked', 'not-assigned', 'revocation-list-older', 'pass-not-mine',
  'root-changed', 'receipt-unknown', 'request-for-another', 'disk-full', 'write-error', 'not-enrolled'])('%s says in Dutch and English what the person can do', (code) => {
  const [told, said] = [dutch.error, english.error].map((texts) => (texts as Record<string, string>)[code])
  expect(told).toMatch(TO_DO.nl)
  expect(said).toMatch(TO_DO.en)
})
