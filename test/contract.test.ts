import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../shared/api/contract.ts'
import type { Operation } from '../shared/api/define.ts'
import nl from '../shared/i18n/nl.errors.json' with { type: 'json' }
import { type Laptop, newInspection, openLaptop, openMachine, rate } from './helpers/backend.ts'
import { sampleOf } from './helpers/sample.ts'

const operations = Object.entries(contract).flatMap(([feature, own]) =>
  Object.entries(own as Record<string, Operation>).map(([name, operation]) => ({ path: `${feature}.${name}`, operation })))

/** What a sentence exists for and a person can do something about. */
const listed = Object.keys(nl.error).filter((code) => code !== 'internal')

/** Operations that may well do what an unknown but well-formed input asks: they add, open or close something of their own. */
const TAKES_ANYTHING = ['settings.set', 'dataExport.setTerms', 'organisation.save', 'workspace.create', 'workspace.addPerson', 'workspace.openExample', 'workspace.lock']

let laptop: Laptop
beforeEach(async () => {
  laptop = await openLaptop()
  await rate(laptop, await newInspection(laptop), '1.1.1', '+')
})

/** One line for all that the database holds. */
function dump({ db }: Laptop): string {
  const tables = db().prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all() as string[]
  const rows = tables.map((table) => [table, db().prepare(`SELECT * FROM "${table}"`).all().map((row) => JSON.stringify(row)).sort()])
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

const DEEP = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000))
const HOSTILE: readonly unknown[] = [
  undefined, null, [], [[]], 0, -0, Number.NaN, Number.MAX_VALUE, '', 'x', '\0', '\uD800', true, 'x'.repeat(5_000_000), JSON.parse('{"__proto__": {"inspection": "x"}}'),
  { constructor: { prototype: {} } }, { toString: null }, { inspection: { $ne: null } }, { inspection: '1 OR 1=1' }, { file: '../../etc/passwd' },
  new Proxy({}, {}), Object.create(null), new Date(0), Symbol('x'), () => 1, 10n,
]

test('whatever is sent to an operation that is not its input is refused with a code that has a sentence, and changes nothing', async () => {
  const before = dump(laptop)
  const random = fc.sample(fc.jsonValue(), { numRuns: 40, seed: 2016 })
  for (const { path, operation } of operations) {
    for (const input of [...HOSTILE, ...random]) {
      if (operation.input.safeParse(input).success) continue
      const outcome = await laptop.send(path, input)
      expect(outcome, path).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
    }
  }
  expect(dump(laptop)).toBe(before)
  expect(laptop.lines).toEqual([])
})

test('an input in which one part is wrong is refused, whichever part', async () => {
  const before = dump(laptop)
  for (const { path, operation } of operations) {
    const good = sampleOf(operation.input, 'bestaat niet') as Record<string, unknown>
    const wrong = [...Object.keys(good).flatMap((name) => [{ ...good, [name]: [{ x: Symbol('x') }] }, leave(good, name)]), { ...good, extra: 1 }]
    for (const input of wrong) {
      if (operation.input.safeParse(input).success) continue
      expect(await laptop.send(path, input), path).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
    }
  }
  expect(dump(laptop)).toBe(before)
  expect(laptop.lines).toEqual([])
})

const leave = (object: Record<string, unknown>, name: string) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name))

test.each(Object.keys(contract))('all of %s answers what fits but names nothing here, and changes nothing', async (feature) => {
  const place = (name: string) => join(laptop.home, name)
  const texts = [place('bestaat niet/x'), place('bestaat niet'), laptop.home, place('x'.repeat(300)), place('werk/keyring.json/x'), `${laptop.home}\0`]
  for (const { path, operation } of operations.filter(({ path }) => path.startsWith(`${feature}.`) && !TAKES_ANYTHING.includes(path))) {
    const before = dump(laptop)
    for (const text of texts) {
      const input = sampleOf(operation.input, text)
      if (!operation.input.safeParse(input).success) continue
      const outcome = await laptop.send(path, input)
      if (!outcome.ok) expect(listed, `${path} ${JSON.stringify(outcome.failure)}`).toContain(outcome.failure.code)
      else expect(operation.output.safeParse(outcome.value).success, path).toBe(true)
      if (!outcome.ok || operation.kind === 'query') expect(dump(laptop), path).toBe(before)
    }
    expect(laptop.lines, path).toEqual([])
  }
})

test('an answer that is nested too deeply is refused before anything reads it', async () => {
  const place = { inspection: randomUUID(), entity: 'finding', entityId: '1.1.1', field: 'rationale', seen: [], reason: 'x' }
  for (const path of ['field.record', 'field.draft', 'field.settle']) {
    expect(await laptop.send(path, { ...place, value: DEEP }), path).toMatchObject({ failure: { code: 'invalid-input', details: { issues: '-: too_deep' } } })
  }
})

test.each(['\uD800', '\0', '\u202E', '\uFFFF'])('an answer, a reason or a name with %j is kept as it is or refused in words', async (odd) => {
  const { inspection } = await theOne()
  const at = { inspection, entity: 'finding', entityId: '1.1.1' }
  const [rating, rationale] = [{ ...at, field: 'rating' }, { ...at, field: 'rationale' }]
  const heads = async (place: typeof rating) => (await laptop.api.field.get(place)).field.heads.map(({ id }) => id)
  for (const [path, input] of [
    ['field.record', { ...rationale, value: `x${odd}`, seen: [], reason: null }],
    ['field.record', { ...rating, value: '-', seen: await heads(rating), reason: `x${odd}` }],
    ['field.record', { ...rating, value: odd, seen: await heads(rating), reason: null }],
    ['field.draft', { ...rationale, value: `x${odd}`, seen: [] }],
    ['field.record', { ...rationale, entityId: odd, value: 'x', seen: [], reason: null }],
    ['field.erase', { change: (await heads(rating))[0], reason: `x${odd}` }],
    ['workspace.create', { folder: 'ander', role: 'field', person: { name: `A${odd}`, inspectorate: odd }, passphrase: 'een hele lange wachtzin' }],
  ] as const) {
    const outcome = await laptop.send(path, input)
    if (!outcome.ok) expect(listed, `${path} ${JSON.stringify(outcome.failure)}`).toContain(outcome.failure.code)
  }
  expect(laptop.lines).toEqual([])
})

const theOne = async () => ({ inspection: (await laptop.api.inspection.list({}))[0]!.id })

test('every operation has a well-formed input to be tried with', () => {
  const none = operations.filter(({ operation }) => !['bestaat niet', '/x', 'x'].some((text) => operation.input.safeParse(sampleOf(operation.input, text)).success))
  expect(none.map(({ path }) => path)).toEqual([])
})

test('a locked workspace refuses everything that needs one, before it looks at what was sent', async () => {
  const { send, lines } = openMachine()
  for (const { path, operation } of operations.filter(({ operation }) => operation.needs === 'workspace')) {
    for (const input of [null, sampleOf(operation.input, 'x')]) {
      expect(await send(path, input), path).toEqual({ ok: false, failure: { code: 'workspace-locked', details: {} } })
    }
  }
  expect(lines).toEqual([])
})

test('a path that is no operation is not found, also where an object has such a property', async () => {
  for (const path of ['', '.', 'field', 'field.', 'field.constructor', 'constructor.name', '__proto__.toString', 'field.record.x', 'x'.repeat(1_000_000)]) {
    expect(await laptop.send(path, {})).toMatchObject({ ok: path === 'field.record.x' ? expect.anything() : false })
  }
})

test('both sides of every operation can be told as a JSON Schema', () => {
  for (const { path, operation } of operations) {
    expect(z.toJSONSchema(operation.input), path).toMatchObject({ type: 'object', additionalProperties: false })
    expect(z.toJSONSchema(operation.output), path).toBeTypeOf('object')
  }
})

test('a schema that lets anything through would be seen', async () => {
  const lax: Operation = { kind: 'query', needs: 'workspace', input: z.json(), output: z.json() }
  expect(HOSTILE.filter((input) => lax.input.safeParse(input).success).length).toBeGreaterThan(5)
})
