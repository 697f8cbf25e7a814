import { expect, test } from 'vitest'
import { killOver, openVictim, waitsOf } from './kill.ts'

const seed = Number(process.env.VELDTOETS_SEED ?? Date.now() % 1_000_000)
console.log(`kill: VELDTOETS_SEED=${seed}`)

test('nothing that was acknowledged is lost in 1,000 kills of forty laptops', async () => {
  const wait = waitsOf(seed)
  for (let laptop = 0; laptop < 40; laptop++) expect(await killOver(25, await openVictim(), wait)).toBeGreaterThan(25)
})
