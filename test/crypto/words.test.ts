import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sixWords } from '../../electron/crypto/words.ts'
import words from '../../resources/words-nl.json' with { type: 'json' }

test('there are 2,048 different words of three to eight plain letters, in order', () => {
  expect(new Set(words).size).toBe(2048)
  expect(words.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([])
  expect(words).toEqual([...words].sort())
})

test('no two words differ only in a final s, n or e', () => {
  const known = new Set(words)
  expect(words.flatMap((word) => ['s', 'n', 'e'].map((end) => word + end)).filter((word) => known.has(word))).toEqual([])
})

test('no two words sound alike', () => {
  const soundOf = (word: string) =>
    word.replace(/ij|y/g, 'ei').replace(/[oa]uw?/g, 'au').replace(/ch/g, 'g').replace(/c/g, 'k').replace(/d$/, 't').replace(/b$/, 'p')
  expect(new Set(words.map(soundOf)).size).toBe(2048)
})

test('the first, the last and a known hash have known words', () => {
  const [first, second, last] = [words[0]!, words[1]!, words[2047]!]
  expect(sixWords('0'.repeat(64))).toEqual(Array(6).fill(first))
  expect(sixWords('f'.repeat(64))).toEqual(Array(6).fill(last))
  expect(sixWords(`${'0'.repeat(16)}40${'0'.repeat(46)}`)).toEqual([first, first, first, first, first, second])
  expect(sixWords(createHash('sha256').update('veldtoets').digest('hex')).join(' ')).toBe('douche bouillon fakkel zwaan duim warmte')
})

test('the words stand for exactly the first 66 bits, and lead back to them', () => {
  const bitsOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('').slice(0, 66)
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
    const back = sixWords(Buffer.from(bytes).toString('hex')).map((word) => words.indexOf(word).toString(2).padStart(11, '0')).join('')
    expect(back).toBe(bitsOf(bytes))
  }))
})
