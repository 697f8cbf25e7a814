import { canonical, hash } from '../../electron/crypto/hash.ts'
import { deviceIdOf } from '../../shared/domain/bundle.ts'
import { goodSealing, type Inspector } from './bundle.ts'
import type { HostileFile } from './hostile-container.ts'
import { type Part, partsOf, replacing, resigned, zipOf } from './hostile-bundle.ts'

/** The device of the first whom an office enrols. */
const HERE = deviceIdOf(hash, { person: '00000001-0000-4000-8000-000000000000', nonce: '1'.repeat(32) })

/** Files that someone with a good key and bad intentions can make of a good bundle of one person: all is signed again. */
export function statementFiles(bytes: Buffer, people: readonly Inspector[]): HostileFile[] {
  const parts = partsOf(bytes)
  const forged = (name: string, edit: (text: string) => string | Buffer) => () => resigned(replacing(parts, name, (content) => edit(content.toString())), people)
  const header = (edit: (text: string) => string | Buffer) => forged('bundle.json', edit)
  const inHeader = (changes: Record<string, unknown>) => header((text) => `${canonical({ ...JSON.parse(text), ...changes })}\n`)
  const organisation = (edit: (text: string) => string | Buffer) => forged('data/organisation.json', edit)
  const saying = (value: string) => organisation((text) => text.replace('{', `{"a":${value},`))
  const stated = (edit: (text: string) => string) => () => resigned(parts, people, edit)
  const firstLine = (name: string, edit: (line: string) => string) => forged(name, (text) => text.replace(/^.*$/m, edit))

  const files: [string, HostileFile[1], () => Part[]][] = [
    ['61 a statement for another purpose', 'wrong-statement', stated((text) => text.replace('signature/1', 'receipt/1'))],
    ['61 a statement in another role', 'wrong-statement', stated((text) => text.replace('"role":"inspector"', '"role":"office"'))],
    ['62 a statement about another inspection', 'manifest-mismatch', stated((text) => text.replace('"inspection":"0198', '"inspection":"0199'))],
    ['a statement by another key', 'signature-invalid', stated((text) => text.replace(/"kid":"\w{4}/, '"kid":"0000'))],
    ['a statement with a field more', 'unknown-field', stated((text) => text.replace('{', '{"A":1,'))],
    ['a statement without a line end', 'not-canonical', stated((text) => text.trimEnd())],
    ['64 a newer format', 'newer-format', inHeader({ format: 'veldtoets/2', more: true })],
    ['67 an unknown field', 'unknown-field', inHeader({ more: true })],
    ['another format', 'field-invalid', inHeader({ format: 'anders' })],
    ['signers out of order', 'field-invalid', inHeader({ signers: ['b'.repeat(32), 'a'.repeat(32)] })],
    ['no signers', 'field-invalid', inHeader({ signers: [] })],
    ['a hand-over that builds on another', 'field-invalid', inHeader({ since: { [HERE]: 1 } })],
    ['a preparation that is not the office\'s', 'wrong-statement', inHeader({ purpose: 'preparation' })],
    ['more known than proved', 'author-unproved', inHeader({ known: { [HERE]: 3 } })],
    ['79 a day that does not exist', 'field-invalid', inHeader({ madeAt: '2026-02-30T00:00:00.000Z' })],
    ['68 a field twice', 'not-canonical', header((text) => text.replace('{', '{"app":"9.9.9",'))],
    ['69 a prototype', 'unknown-field', saying('{"__proto__":1}')],
    ['70 a number without end', 'number', saying('1e400')],
    ['70 minus zero', 'number', saying('-0')],
    ['70 a number too precise', 'number', saying('9007199254740993')],
    ['70 a fraction', 'number', saying('0.1')],
    ['70 a number in another spelling', 'not-canonical', saying('1e2')],
    ['71 brackets 200,000 deep', 'too-deep', saying(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
    ['72 a line of two mebibytes', 'line-too-long', forged('data/changes.jsonl', () => 'x'.repeat(2 ** 21))],
    ['72 a long line among others', 'line-too-long', forged('data/changes.jsonl', (text) => `${text}${'x'.repeat(2 ** 20 + 1)}\n${text}`)],
    ['73 UTF-16', 'encoding', organisation((text) => Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['73 Latin-1', 'encoding', organisation((text) => Buffer.from(text.replace('Veilig', 'Véilig'), 'latin1'))],
    ['73 an overlong letter', 'encoding', organisation((text) => Buffer.concat([Buffer.from(text), Buffer.of(0xc0, 0xaf)]))],
    ['73 a byte order mark', 'not-canonical', organisation((text) => `\ufeff${text}`)],
    ['74 half a surrogate pair', 'not-canonical', saying('"\\ud800"')],
    ['a space', 'not-canonical', organisation((text) => text.replace(':', ': '))],
    ['no JSON', 'not-canonical', organisation(() => '{\n')],
    ['no line end', 'not-canonical', organisation((text) => text.trimEnd())],
    ['a line without an end', 'not-canonical', forged('data/changes.jsonl', (text) => text.trimEnd())],
    ['an empty line', 'not-canonical', forged('data/log.jsonl', (text) => `${text}\n`)],
    ['a change altered', 'change-invalid', firstLine('data/changes.jsonl', (line) => line.replace('"field":"rating"', '"field":"ratinh"'))],
    ['a change left out', 'log-incomplete', forged('data/changes.jsonl', (text) => text.slice(text.indexOf('\n') + 1))],
    ['the last change left out', 'log-incomplete', forged('data/changes.jsonl', (text) => text.slice(0, text.indexOf('\n') + 1))],
    ['a change twice', 'counter-reused', firstLine('data/changes.jsonl', (line) => `${line}\n${line}`)],
    ['85 another change under the same number', 'author-unproved', () => {
      const other = goodSealing(people, { values: ['met', 'not-met'] })
      const { content } = other.members.find(({ name }) => name === 'data/changes.jsonl')!
      return forged('data/changes.jsonl', () => content as Buffer)()
    }],
    ['another value', 'content-invalid', forged('data/content.jsonl', (text) => text.replace('"not-met"', '"met"'))],
    ['a content twice', 'not-canonical', firstLine('data/content.jsonl', (line) => `${line}\n${line}`)],
    ['a content of no change', 'content-invalid', firstLine('data/content.jsonl', (line) => line.replace(/"change":"\w{8}/, '"change":"00000000'))],
    ['a content left out of a hand-over', 'content-missing', () => {
      const cut = replacing(parts, 'data/content.jsonl', (content) => content.subarray(content.indexOf('\n') + 1))
      return resigned(replacing(cut, 'bundle.json', (content) => content.toString().replace('"contents":2', '"contents":1')), people)
    }],
    ['99 a log entry altered', 'log-chain-broken', firstLine('data/log.jsonl', (line) => line.replace('"what":"set"', '"what":"see"'))],
    ['99 a log entry left out', 'log-chain-broken', forged('data/log.jsonl', (text) => text.slice(text.indexOf('\n') + 1))],
    ['99 the end of a log cut off', 'log-chain-broken', forged('data/log.jsonl', (text) => text.slice(0, text.indexOf('\n') + 1))],
    ['99 a log emptied', 'log-chain-broken', forged('data/log.jsonl', () => '')],
    ['another framework', 'framework-mismatch', forged('data/framework.json', (text) => text.replace('Klein kader', 'Ander kader'))],
    ['a framework under another name', 'framework-mismatch', header((text) => text.replace('"id":"klein"', '"id":"groot"'))],
    ['another state', 'state-mismatch', inHeader({ stateHash: '0'.repeat(64) })],
    ['another count', 'count-mismatch', header((text) => text.replace('"persons":1', '"persons":2'))],
    ['a person left out', 'broken-reference', forged('data/persons.json', () => '[]\n')],
    ['persons twice', 'not-canonical', forged('data/persons.json', (text) => `[${text.slice(1, -2)},${text.slice(1, -2)}]\n`)],
  ]
  return files.map(([what, code, make]) => [what, code, () => zipOf(make())])
}
