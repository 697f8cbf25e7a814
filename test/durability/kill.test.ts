import { expect, test } from 'vitest'
import { killAfter, killOver, lookAfter, openVictim, waitsOf } from './kill.ts'

const seed = Number(process.env.VELDTOETS_SEED ?? Date.now() % 1_000_000)
console.log(`kill: VELDTOETS_SEED=${seed}`)

test('nothing that was acknowledged is lost when the program is killed, 12 times over', { timeout: 120_000 }, async () => {
  expect(await killOver(12, await openVictim(), waitsOf(seed))).toBeGreaterThan(12)
})

test('a program that says so before it is so is found out', async () => {
  const victim = await openVictim()
  const acknowledged = await killAfter(100, 1, victim, 0, 'careless')
  expect(acknowledged.record).toBeGreaterThanOrEqual(0)
  const { records, diagnosis } = await lookAfter(victim)
  expect(records).toEqual([])
  expect(diagnosis.good).toBe(true)
})
