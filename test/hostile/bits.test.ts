import { expect, test } from 'vitest'
import { flipBits } from '../helpers/bits.ts'

const STEP = 37 // every 37th, so that each position of a bit is met; all of them are in bits.long.ts

test('none of the flipped bits is accepted', async () => {
  const { size, flips, codes, accepted, unharmed } = await flipBits({ step: STEP, repaired: false })
  expect([unharmed, accepted]).toEqual(['accepted', 0])
  expect(size).toBeLessThanOrEqual(10_000)
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
