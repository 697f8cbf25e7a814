import { globSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import sentences from '../../shared/i18n/nl.errors.json' with { type: 'json' }
import { isMemberName, REQUIRED_MEMBERS } from '../../shared/domain/bundle.ts'
import { openBytes } from '../../electron/features/bundle/file.ts'
import { openTestFolder } from '../helpers/folder.ts'

const document = readFileSync('docs/bundle-format.md', 'utf8')
const codes = [...new Set([...document.slice(document.indexOf('## 9.')).matchAll(/`([a-z-]+)`/g)].map(([, code]) => code!))]
const sources = globSync(['electron/features/bundle/*.ts', 'electron/crypto/*.ts']).map((file) => readFileSync(file, 'utf8')).join('')
const tests = globSync(['test/{bundle,hostile,crypto}/*.test.ts', 'test/helpers/hostile-*.ts']).map((file) => readFileSync(file, 'utf8')).join('')

test.each(codes)('code %s of the document is thrown, told and tested', (code) => {
  expect(sources).toContain(`'${code}'`)
  expect(tests).toContain(`'${code}`)
  expect(Object.keys(sentences.error)).toContain(code)
})

test('every code that the reader throws is in the document', () => {
  const reader = globSync('electron/features/bundle/{file,layout,manifest,open,records,erasure,statements,text,zip-reader}.ts')
  const thrown = reader.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/appError\('([a-z-]+)'/g)].map(([, code]) => code))
  expect(thrown.length).toBeGreaterThan(40)
  expect(thrown.filter((code) => !codes.includes(code!))).toEqual([])
})

test('the names of the document are those that may occur', () => {
  const listed = ['mimetype', 'manifest-sha256.txt', 'bundle.json', 'VERIFY.txt', 'data/report.html', 'data/changes.jsonl', 'data/erasures.jsonl']
  for (const name of [...listed, ...REQUIRED_MEMBERS]) {
    expect(isMemberName(name)).toBe(true)
    expect(document).toContain(name.split('/').at(-1))
  }
})

test('a stick that is pulled out while reading is told as such', async () => {
  const path = join(openTestFolder(), 'x')
  writeFileSync(path, Buffer.alloc(300_000))
  const file = await openBytes(path)
  truncateSync(path, 10)
  await expect(file.read(200_000, 10)).rejects.toThrow('read-error')
  await expect((async () => { for await (const _ of file.stream(0, 300_000)) continue })()).rejects.toThrow('read-error')
  await file.close()
})
