import { expect, test } from 'vitest'
import { flipBits } from '../helpers/bits.ts'

test.each([false, true])('no flipped bit is accepted (checksums made to fit again: %s)', async (repaired) => {
  const { flips, codes, accepted, unharmed } = await flipBits({ step: 1, repaired })
  console.log(`${flips} flipped, ${accepted} accepted`, Object.fromEntries(codes))
  expect([unharmed, accepted]).toEqual(['accepted', 0])
}, 600_000)
