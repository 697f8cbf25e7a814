import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyFiles } from '../../electron/cli/verify.ts'
import { AT, writeGoodBundle } from '../helpers/bundle.ts'
import { containerFiles } from '../helpers/hostile-container.ts'
import { statementFiles } from '../helpers/hostile-statements.ts'

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
function told(files: readonly string[], { root, at = AT, crl = '-' }: Desk): (string | null)[] {
  const said = execFileSync('python3', [READER, root, at, crl, ...files], { encoding: 'utf8', maxBuffer: 1e8 })
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
})
