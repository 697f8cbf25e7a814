import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readCertificate } from '../../electron/crypto/certificate.ts'
import { makeCrl } from '../../electron/crypto/revocation.ts'
import { type Inspector, type Office, openOffice, writeGoodBundle } from '../helpers/bundle.ts'
import { insiderFiles } from '../helpers/hostile-insider.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { type Part, partsOf, replacing, resigned, without, zipOf } from '../helpers/hostile-bundle.ts'

const SCRIPT = resolve('resources/verify/verify.sh')
const DAY = 86_400_000
const TOOLS = [
  'sh', 'unzip', 'sha256sum', 'openssl', 'cat', 'cmp', 'cut', 'find', 'grep', 'head', 'ls', 'mkdir', 'mktemp', 'rm', 'sed', 'sort', 'tr', 'uniq',
]
/** openssl looks at the clock of the machine, so these offices open by it. */
const daysAgo = (days: number) => new Date(Math.floor(Date.now() / DAY) * DAY - days * DAY).toISOString()

/** A machine that has the three tools and what every system has, and nothing else: no Node. */
function openMachine() {
  const folder = openTestFolder()
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const tool of TOOLS) {
    const place = ['/usr/bin', '/bin', '/usr/local/bin'].map((path) => join(path, tool)).find(existsSync)
    symlinkSync(place!, join(bin, tool))
  }
  const file = (name: string, content: Buffer | string) => {
    writeFileSync(join(folder, name), content)
    return name
  }
  const run = (...names: string[]) => {
    const { status, stdout, stderr } = spawnSync('/bin/sh', [SCRIPT, ...names], { cwd: folder, env: { PATH: bin, TMPDIR: folder }, encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }
  return { file, run, folder }
}

async function openCase(office = openOffice('Kantoor', daysAgo(1)), people = 2) {
  const good = await writeGoodBundle({ people, office, evidence: [Buffer.from('foto')] })
  const machine = openMachine()
  machine.file('root.pem', office.root)
  const parts = partsOf(readFileSync(good.path))
  const verify = (altered: readonly Part[], ...more: string[]) => machine.run(machine.file('b.veldtoets', zipOf(altered)), 'root.pem', ...more)
  return { ...good, ...machine, parts, verify }
}

const revoke = (office: Office, { certificate }: Inspector) => makeCrl(office.key, {
  number: 2, thisUpdate: daysAgo(0), revoked: [{ serial: readCertificate(certificate).serial, at: daysAgo(0), reason: 'keyCompromise' }],
})

test('a good bundle is good, in two languages, with who signed, and nothing is left behind', async () => {
  const { verify, parts, people, folder } = await openCase()
  const { status, said } = verify(parts)
  expect(said).toContain('GOED')
  expect(said).toContain('GOOD')
  for (const { name } of people) expect(said).toContain(`CN=${name}`)
  expect(status).toBe(0)
  expect(spawnSync('ls', [folder]).stdout.toString().split('\n').filter(Boolean).sort()).toEqual(['b.veldtoets', 'bin', 'root.pem'])
})

test('what was altered, stripped or added is not good', async () => {
  const { verify, parts, people } = await openCase()
  const [one, other] = people as [Inspector, Inspector]
  const base = `signatures/${one.kid}`
  const changed = replacing(parts, 'data/changes.jsonl', (content) => content.toString().replace('rating', 'ratinh'))
  const extra = { name: `data/evidence/${'f'.repeat(64)}`, content: Buffer.from('x') }
  const contentOf = (name: string) => parts.find((part) => part.name === name)!.content
  const cases: [string, Part[]][] = [
    ['veranderd', changed],
    ['ondertekent iets anders', replacing(changed, 'manifest-sha256.txt', () => resigned(changed, [])[1]!.content)],
    ['klopt niet', replacing(parts, `${base}.json`, (text) => text.toString().replace('waarheid', 'waarheit'))],
    ['klopt niet', replacing(parts, `${base}.sig`, () => contentOf(`signatures/${other.kid}.sig`))],
    ['niemand', parts.filter(({ name }) => !/^signatures\/(?!device\/)/.test(String(name)))],
    ['ontbreekt of hoort', parts.filter(({ name }) => !String(name).startsWith(`${base}.`))],
    ['ontbreekt of hoort', without(parts, `${base}.pem`)],
    ['niet volledig', without(parts, `signatures/device/${one.device}.sig`)],
    ['klopt niet', replacing(parts, `signatures/device/${one.device}.json`, (text) => text.toString().replace('"counter":3', '"counter":1'))],
    ['mist een verklaring', parts.filter(({ name }) => !String(name).startsWith(`signatures/device/${one.device}.`))],
    ['ander apparaat', replacing(replacing(replacing(parts,
      `signatures/device/${one.device}.json`, () => contentOf(`signatures/device/${other.device}.json`)),
    `signatures/device/${one.device}.sig`, () => contentOf(`signatures/device/${other.device}.sig`)),
    `signatures/device/${one.device}.pem`, () => contentOf(`signatures/device/${other.device}.pem`))],
    ['niet is ondertekend', [...parts, extra]],
    ['niet hoort', [...parts, { name: 'data/x', content: Buffer.from('x') }]],
    ['niet hoort', [...parts, { name: '../x', content: Buffer.from('x') }]],
    ['twee keer', [...parts, parts.at(-1)!]],
    ['geen gewoon bestand', parts.map((part) => (part.name === 'VERIFY.txt' ? { ...part, external: 0o120777 * 0x10000, madeBy: 0x0314 } : part))],
    ['geen inspectiebestand', replacing(parts, 'mimetype', () => 'application/zip')],
    ['ander doel', resigned(parts, people, (text) => text.replace('signature/1', 'receipt/1'))],
    ['andere rol', resigned(parts, people, (text) => text.replace('"role":"inspector"', '"role":"office"'))],
    ['andere inspectie', resigned(parts, people, (text) => text.replace('"inspection":"0198', '"inspection":"0199'))],
  ]
  for (const [sentence, altered] of cases) {
    const { status, said } = verify(altered)
    expect([status, said]).toEqual([1, expect.stringContaining(sentence)])
    expect(said).not.toMatch(/^GO/m)
    expect(said).toContain('NOT GOOD')
  }
}, 60_000)

test('what a colleague or another office forges is not good', async () => {
  const office = openOffice('Kantoor', daysAgo(1))
  const { run, file } = await openCase(office)
  const said: Record<string, string> = {
    'the device of a colleague under an own name': 'ander apparaat', 'the device of a colleague under their name': 'ander persoon',
    'a device with fewer changes than known': 'ander aantal wijzigingen', '99 a log cut by who forwards it': 'niet heel',
    '99 a log cut with its head': 'ander logboek', '30 a signer of another office': 'niet vertrouwd', 'an answer erased by the office': 'GOED',
  }
  const tried = insiderFiles(office).filter(([what]) => what in said)
  expect(tried).toHaveLength(Object.keys(said).length)
  for (const [what, , make] of tried) {
    const outcome = run(file('b.veldtoets', await make()), 'root.pem')
    expect([what, outcome.status, outcome.said]).toEqual([what, said[what] === 'GOED' ? 0 : 1, expect.stringContaining(said[what]!)])
  }
}, 60_000)

test('an encrypted file is not good until it is decrypted, and it says how', async () => {
  const { run, file } = await openCase()
  expect(run(file('b.veldtoets.age', 'age-encryption.org/v1\n-> X25519 a\n'), 'root.pem')).toMatchObject({ status: 1, said: expect.stringContaining('age -d') })
  for (const text of ['resources/verify/LEESMIJ.txt', 'resources/verify/verify-text.json']) expect(readFileSync(text, 'utf8').match(/age -d/g)).toHaveLength(2)
})

test('damage, bytes before and a missing file are not good', async () => {
  const { run, file, path } = await openCase()
  const bytes = readFileSync(path)
  for (const content of [bytes.subarray(0, -1), bytes.subarray(0, 3_000), Buffer.concat([Buffer.from('MZ'), bytes]), Buffer.from('%PDF')]) {
    expect(run(file('b.veldtoets', content), 'root.pem').status).toBe(1)
  }
  expect(run('weg.veldtoets', 'root.pem')).toMatchObject({ status: 1, said: expect.stringContaining('is er niet') })
  expect(run('b.veldtoets').status).toBe(2)
})

test('a certificate that expired, is from elsewhere or was revoked is not good', async () => {
  const late = await openCase(openOffice('Kantoor', daysAgo(301)), 1)
  expect(late.verify(late.parts)).toMatchObject({ status: 1, said: expect.stringContaining('certificate has expired') })
  const early = await openCase(openOffice('Kantoor', daysAgo(-2)), 1)
  expect(early.verify(early.parts)).toMatchObject({ status: 1, said: expect.stringContaining('not yet valid') })

  const { verify, parts, file, office, people } = await openCase()
  file('leeg.pem', makeCrl(office.key, { number: 1, thisUpdate: daysAgo(0), revoked: [] }))
  expect(verify(parts, 'leeg.pem')).toMatchObject({ status: 0, said: expect.not.stringContaining('zonder intrekkingslijst') })
  file('crl.pem', revoke(office, people[1]!))
  expect(verify(parts, 'crl.pem')).toMatchObject({ status: 1, said: expect.stringContaining('certificate revoked') })
  file('root.pem', openOffice('Kantoor', daysAgo(1)).root)
  expect(verify(parts)).toMatchObject({ status: 1, said: expect.stringContaining('niet vertrouwd') })
})

test('the commands that VERIFY.txt gives, typed by hand in an empty folder, verify the bundle it is in', async () => {
  const { path, parts, people, folder, office } = await openCase(openOffice('Kantoor', daysAgo(1)), 1)
  const tree = join(folder, 'leeg')
  mkdirSync(tree)
  writeFileSync(join(tree, 'root.pem'), office.root)
  const text = parts.find(({ name }) => name === 'VERIFY.txt')!.content.toString()
  const commands = text.split('\n').filter((line) => /^ {2}(unzip|sha256sum|openssl) /.test(line)).map((line) => line.replace(/ {2,}\(.*/, ''))
  const typed = commands.map((line) => line.replaceAll('BESTAND.veldtoets', path).replaceAll(/\bK\b/g, people[0]!.kid))
  expect(typed.length).toBe(6)
  const { status, stdout } = spawnSync('/bin/sh', ['-e', '-c', typed.join('\n')], { cwd: tree, encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, expect.stringContaining('Signature Verified Successfully')])
  expect(spawnSync('/bin/sh', [SCRIPT, path, join(tree, 'root.pem')], { cwd: '/' }).status).toBe(0)
})
