import { expect, test } from 'vitest'
import { digestOf } from '../../electron/crypto/digest.ts'
import { appError } from '../../shared/errors.ts'
import { flipBits } from '../helpers/bits.ts'
import { partsOf } from '../helpers/hostile-bundle.ts'

const STEP = 37 // every 37th, so that each position of a bit is met; all of them are in bits.long.ts

test('none of the flipped bits is accepted', async () => {
  const { size, flips, codes, accepted, unharmed } = await flipBits({ step: STEP, repaired: false })
  expect([unharmed, accepted]).toEqual(['accepted', 0])
  expect(size).toBeLessThanOrEqual(10_240)
  expect(flips).toBeGreaterThan(1_000)
  expect(codes.size).toBeGreaterThan(10)
}, 60_000)

test('nor when the checksums are made to fit again, so that hashes, signatures and certificates have to notice', async () => {
  const { flips, codes, accepted, unharmed } = await flipBits({ step: STEP, repaired: true })
  expect([unharmed, accepted]).toEqual(['accepted', 0])
  expect(flips).toBeGreaterThan(500)
  expect([...codes.keys()]).toEqual(expect.arrayContaining(['hash-mismatch', 'signature-invalid', 'certificate-not-from-office']))
  expect(codes.has('crc')).toBe(false)
}, 60_000)

test('a reader that holds only the members against the manifest lets hundreds through', async () => {
  const read = async (bytes: Buffer) => {
    const parts = new Map(partsOf(bytes).map(({ name, content }) => [String(name), content]))
    for (const line of String(parts.get('manifest-sha256.txt')).trimEnd().split('\n')) {
      const content = parts.get(line.slice(66))
      if (!content || digestOf(content).sha256 !== line.slice(0, 64)) throw appError('hash-mismatch', { member: '' })
    }
  }
  expect((await flipBits({ step: STEP, repaired: false, read: (bytes) => read(bytes).catch(() => { throw appError('truncated', {}) }) })).accepted).toBeGreaterThan(500)
}, 60_000)
