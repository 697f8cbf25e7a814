import { expect, test } from 'vitest'
import { digestOf } from '../../electron/crypto/digest.ts'
import { appError } from '../../shared/errors.ts'
import { flipBits } from '../helpers/bits.ts'
import { partsOf } from '../helpers/hostile-bundle.ts'


test('not one flipped bit is accepted, whichever it is', async () => {
  const { size, flips, codes, accepted, unharmed } = await flipBits({ step: 1, repaired: false })
  expect([unharmed, accepted]).toEqual(['accepted', 0])
  expect(size).toBeLessThanOrEqual(10_240)
  console.log(`${flips} bits flipped`)
  expect(flips).toBeGreaterThan(40_000)
  expect(codes.size).toBeGreaterThan(10)
}, 300_000)

test('nor when the checksums are made to fit again, so that hashes, signatures and certificates have to notice', async () => {
  const { flips, codes, accepted, unharmed } = await flipBits({ step: 1, repaired: true })
  expect([unharmed, accepted]).toEqual(['accepted', 0])
  console.log(`${flips} bits flipped, checksums repaired`)
  expect(flips).toBeGreaterThan(20_000)
  expect([...codes.keys()]).toEqual(expect.arrayContaining(['hash-mismatch', 'signature-invalid', 'certificate-not-from-office']))
  expect(codes.has('crc')).toBe(false)
}, 300_000)

test('a reader that holds only the members against the manifest lets hundreds through', async () => {
  const read = async (bytes: Buffer) => {
    const parts = new Map(partsOf(bytes).map(({ name, content }) => [String(name), content]))
    for (const line of String(parts.get('manifest-sha256.txt')).trimEnd().split('\n')) {
      const content = parts.get(line.slice(66))
      if (!content || digestOf(content).sha256 !== line.slice(0, 64)) throw appError('hash-mismatch', { member: '' })
    }
  }
  expect((await flipBits({ step: 37, repaired: false, read: (bytes) => read(bytes).catch(() => { throw appError('truncated', {}) }) })).accepted).toBeGreaterThan(500)
}, 300_000)
