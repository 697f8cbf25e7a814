import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { judgeExample } from '../../electron/example.ts'
import { openLaptop } from '../helpers/backend.ts'
import { openAppOf } from '../helpers/screen.ts'

const STAGES = ['Voorbereiding', 'Oordelen', 'Eindoordeel en vervolg', 'Vergelijking', 'Ondertekenen']

/** Points at a stage, rests as a hand does, presses, and gives the milliseconds until its title is painted. */
const goTo = (page: Page, stage: string) => page.evaluate(async (title) => {
  const link = [...document.querySelectorAll<HTMLElement>('aside nav a')].find(({ textContent }) => textContent.startsWith(title))!
  link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
  await new Promise((rested) => setTimeout(rested, 100))
  const pressed = performance.now()
  const painted = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('main h1')?.textContent !== title) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(resolve)) // after the frame in which it was painted
    })
    observer.observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true })
  })
  link.click()
  await painted
  return performance.now() - pressed
}, stage)

/** Told as figures of its own: the resting of the hand is no part of them. */
test('from a click until another stage of the inspection is painted', async () => {
  const laptop = await openLaptop()
  const retest = [...(await judgeExample(laptop.api)).values()].at(-1)!
  const { page, goTo: open } = await openAppOf(laptop)
  await open(`/inspectie/${retest}/voorbereiding`)
  await page.getByRole('heading', { name: 'Voorbereiding', level: 1 }).waitFor()
  const times = new Map<string, number[]>(STAGES.map((stage) => [stage, []]))
  for (let round = 0; round < 6; round++) {
    for (const stage of [...STAGES.slice(1), STAGES[0]!]) {
      await page.waitForTimeout(300)
      times.get(stage)!.push(Math.round(await goTo(page, stage)))
    }
  }
  for (const [stage, [first, ...later]] of times) {
    console.log(`${stage}: ${first} ms at first, then ${later.toSorted((a, b) => a - b)[later.length >> 1]} ms (median of ${later.length})`)
  }
}, 120_000)
