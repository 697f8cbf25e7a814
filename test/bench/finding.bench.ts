import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import shipped from '../../resources/frameworks/vt-2015-step-1.json' with { type: 'json' }
import { openLaptop } from '../helpers/backend.ts'
import { deepFramework } from '../helpers/deep-framework.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { openAppOf } from '../helpers/screen.ts'

/** A framework of ten themes, ten criteria in each, ten expectations in those. */
function frameworkOfAThousand() {
  const [theme] = shipped.themes as [(typeof shipped.themes)[number]]
  const [criterion] = theme.criteria as [(typeof theme.criteria)[number]]
  const ten = [...Array(10).keys()].map((n) => n + 1)
  const [best, otherwise] = shipped.rule.outcomes
  return {
    ...shipped, id: 'duizend', footnotes: [], fieldwork: null,
    rule: { ...shipped.rule, outcomes: [{ ...best, when: { kind: 'count', what: 'met', compare: 'at-least', count: 800, within: null } }, otherwise] },
    themes: ten.map((t) => ({
      ...theme, id: `t${t}`, number: `${t}`,
      criteria: ten.map((c) => ({
        ...criterion, id: `c${t}.${c}`, number: `${t}.${c}`,
        expectations: ten.map((e) => ({ ...criterion.expectations[0], id: `e${t}.${c}.${e}`, number: `${t}.${c}.${e}`, footnotes: [] })),
      })),
    })),
  }
}

async function openScreen(body: object, expectation: string) {
  const laptop = await openLaptop()
  const file = join(openTestFolder(), 'kader.json')
  writeFileSync(file, JSON.stringify(body))
  const { hash: framework } = await laptop.api.framework.import({ file })
  const [organisation] = await laptop.api.organisation.list({})
  const { id } = await laptop.api.inspection.create({
    organisation: organisation!.id, framework, kind: 'first', earlier: null, firstDay: '2026-01-05', lastDay: null, announced: true, team: [],
  })
  const { page, goTo } = await openAppOf(laptop)
  await goTo(`/inspectie/${id}/oordelen/verwachting/${expectation}`)
  await page.locator('[role=treeitem][aria-selected=true]').waitFor()
  return page
}

/** Presses a key in the rating group and waits until what it changes, a mark in the tree or the item itself, is painted. */
const press = (page: Page, key: string, changes: 'mark' | 'item') => page.evaluate(([pressed, what]) => new Promise<void>((resolve) => {
  const [tree, item] = [document.querySelector('[role=tree]')!, document.querySelector('article')!]
  const observer = new MutationObserver(() => {
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(resolve)) // after the frame in which it was painted
  })
  if (what === 'mark') observer.observe(tree, { subtree: true, attributeFilter: ['data-shown', 'data-shape'] })
  else observer.observe(item.parentElement!.parentElement!, { childList: true }) // the item with its sources
  item.querySelector('[role=group]')!.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
}), [key, changes] as const)

const FRAMEWORKS = [
  ['1,000 expectations', frameworkOfAThousand(), 'e1.1.1', '+-'],
  ['4,810 items on six levels, rated on four points', deepFramework(10, 3, 3), '1.1.1', '41'],
] as const

for (const [name, body, first, keys] of FRAMEWORKS) test(`judging among ${name}`, async ({ bench }) => {
  const page = await openScreen(body, first)
  let pressed = 0
  const often = { iterations: 40, time: 0, warmupIterations: 4, warmupTime: 0, beforeEach: () => page.waitForTimeout(200) }
  await bench('from a key until its mark is painted', often, () => press(page, keys[pressed++ % 2]!, 'mark')).run()
  await bench('from a key until the next expectation is painted', often, () => press(page, 'ArrowDown', 'item')).run()
}, 120_000)
