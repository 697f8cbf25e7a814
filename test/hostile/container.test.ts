import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { AppError, type Failure } from '../../shared/errors.ts'
import { writeGoodBundle } from '../helpers/bundle.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { partsOf, zipOf } from '../helpers/hostile-bundle.ts'
import { containerFiles } from '../helpers/hostile-container.ts'

const folder = mkdtempSync(join(tmpdir(), 'veldtoets-hostile-'))
const { path: good, people, trust } = await writeGoodBundle({ people: 2, evidence: [Buffer.from('foto van het gebouw')], folder })
const bytes = readFileSync(good)
const parts = partsOf(bytes)
rmSync(folder, { recursive: true })

/** Opens these bytes as a file and gives what is said about them. */
async function refusalOf(content: Buffer): Promise<Failure> {
  const path = join(openTestFolder(), 'x.veldtoets')
  writeFileSync(path, content)
  return failureOf(path)
}

async function failureOf(path: string): Promise<Failure> {
  try {
    await (await openBundle(path, trust)).close()
  } catch (error) {
    if (error instanceof AppError) return error.failure
    throw error
  }
  throw new Error('accepted')
}

test('the builder of hostile files writes a good one byte for byte', () => {
  expect(zipOf(parts).equals(bytes)).toBe(true)
})

test.each(containerFiles(bytes, people))('%s → %s', async (_what, code, make) => {
  expect((await refusalOf(make())).code).toBe(code)
})

test('a folder, a link and a pipe are not opened', async () => {
  const folder = openTestFolder()
  const path = (name: string) => join(folder, name)
  mkdirSync(path('map'))
  writeFileSync(path('goed'), bytes)
  symlinkSync(path('goed'), path('koppeling'))
  execFileSync('mkfifo', [path('pijp')])
  for (const name of ['map', 'koppeling', 'pijp']) expect((await failureOf(path(name))).code).toBe('not-a-regular-file')
  expect((await failureOf(path('weg'))).code).toBe('file-unreadable')
})

test('a file that is larger than any bundle is refused before it is read', async () => {
  const path = join(openTestFolder(), 'groot')
  execFileSync('truncate', ['-s', '9G', path])
  expect(await failureOf(path)).toEqual({ code: 'too-large', details: { what: 'bundle', bytes: 9 * 2 ** 30, limit: 8 * 2 ** 30 } })
})

test('a hostile name is shown so that it can do nothing', async () => {
  const { details } = await refusalOf(zipOf([...parts, { name: 'data/\u202egnp\x1b[2J', content: Buffer.from('x') }]))
  expect(details).toEqual({ member: 'data/\\xe2\\x80\\xaegnp\\x1b[2J' })
})
