import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, hash } from '../electron/crypto/hash.ts'

/** What the field never holds: a key that JavaScript treats otherwise than JSON does, and text that UTF-8 cannot write. */
const text = fc.string({ unit: 'binary' }).filter((value) => value.isWellFormed())
const key = text.filter((value) => value !== '__proto__')
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const value = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.constant(null), fc.boolean(), number, text, fc.array(tie('value'), { maxLength: 5 }), tie('object')),
  object: fc.array(fc.tuple(key, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
})).value

/** RFC 8785 written anew from its text, on bytes and code units, without the library. */
function oracle(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return String(value === 0 ? 0 : value) // ECMAScript's own form, as §3.2.2.3 demands
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(oracle).join(',')}]`
  const entries = Object.entries(value as object).sort(([a], [b]) => byUnits(a, b))
  return `{${entries.map(([name, inner]) => `${quoted(name)}:${oracle(inner)}`).join(',')}}`
}

/** §3.2.2.2: short escapes for seven, hexadecimal for other controls, and everything else as it is. */
function quoted(value: string): string {
  const SHORT: Readonly<Record<number, string>> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' }
  const units = Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))
  const escaped = units.map((unit) => SHORT[unit] ?? (unit < 32 ? `\\u${unit.toString(16).padStart(4, '0')}` : String.fromCharCode(unit)))
  return `"${escaped.join('')}"`
}

/** §3.2.3: names are sorted by their UTF-16 code units. */
function byUnits(a: string, b: string): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return a.charCodeAt(at) - b.charCodeAt(at)
  }
  return a.length - b.length
}

/** The same value with its names in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((inner) => shuffled(inner, seed))
  const entries = Object.entries(value).map(([name, inner]) => [name, shuffled(inner, seed)] as const)
  return Object.fromEntries(seed % 2 === 0 ? entries.toReversed() : [...entries.slice(1), ...entries.slice(0, 1)])
}

test('the canonical text of any value is that of RFC 8785, and reads back as the same value', () => {
  fc.assert(fc.property(value, (value) => {
    expect(canonical(value)).toBe(oracle(value))
    expect(oracle(JSON.parse(canonical(value)))).toBe(oracle(value))
  }), { numRuns: 500 })
})

test('a hash does not depend on the order in which names were given, and does on everything else', () => {
  fc.assert(fc.property(value, fc.nat(), (value, seed) => {
    expect(hash(shuffled(value, seed))).toBe(hash(value))
  }), { numRuns: 300 })
  fc.assert(fc.property(value, value, (a, b) => {
    expect(hash(a) === hash(b)).toBe(oracle(a) === oracle(b))
  }), { numRuns: 300 })
})

test('a hash is that of the UTF-8 bytes of the canonical text', () => {
  fc.assert(fc.property(value, (value) => {
    expect(hash(value)).toBe(createHash('sha256').update(Buffer.from(oracle(value), 'utf8')).digest('hex'))
  }))
})

test('the examples of RFC 8785 come out as printed there', () => {
  // §3.2.2
  expect(canonical(JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],'
    + '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}')))
    .toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
  // §3.2.3
  const names = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', 1: 'One', '\ud83d\ude00': 'Emoji', '\u0080': 'Control', '\u00f6': 'o' }
  expect(Object.keys(names).sort(byUnits)).toEqual(['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
  expect(canonical(names)).toBe(oracle(names))
})

/** Appendix B: the bits of an IEEE 754 double and its text. */
test.each([
  ['0000000000000000', '0'], ['8000000000000000', '0'], ['0000000000000001', '5e-324'], ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'], ['ffefffffffffffff', '-1.7976931348623157e+308'], ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'], ['4430000000000000', '295147905179352830000'], ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'], ['44b52d02c7e14af7', '1.0000000000000001e+23'], ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'], ['444b1ae4d6e2ef50', '1e+21'], ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'], ['41b3de4355555553', '333333333.3333332'], ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'], ['41b3de4355555556', '333333333.3333334'], ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'], ['43143ff3c1cb0959', '1424953923781206.2'],
])('the number with bits %s is written %s', (bits, text) => {
  expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
})

test.each([Number.NaN, Infinity, -Infinity, undefined, () => 1, Symbol('x'), 10n, '\ud800', { '\udc00': 1 }])('%s is no JSON value', (value) => {
  expect(() => canonical(value)).toThrow()
})

test('an order by code points instead of units would be found out', () => {
  const byPoints = (a: string, b: string) => a.codePointAt(0)! - b.codePointAt(0)!
  expect(['\ud83d\ude00', '\ufb33'].sort(byPoints)).not.toEqual(['\ud83d\ude00', '\ufb33'].sort(byUnits))
})
