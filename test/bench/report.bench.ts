import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { record } from '../../electron/db/change-log.ts'
import type { Edit } from '../../shared/domain/entity.ts'
import { listedOf } from '../../shared/domain/framework.ts'
import { answer, at, openLaptop, openMachine } from '../helpers/backend.ts'
import { openAppOf } from '../helpers/screen.ts'
import { smallFramework } from '../helpers/small-framework.ts'

const PHOTOS = 50
const hasConvert = spawnSync('convert', ['-version']).error === undefined
if (!hasConvert) console.warn('Not measured: convert (ImageMagick), which makes the photos, is not on this computer.')

/** Beside the time on the clock the time of the processor of this process; what prints is another process. */
test.skipIf(!hasConvert)(`the report of the worked case with ${PHOTOS} photos of 1,600 by 1,200`, async () => {
  const laptop = openMachine()
  const { api, home } = laptop
  await api.workspace.openExample({})
  const { id: inspection } = (await api.inspection.list({})).find(({ kind }) => kind === 'retest')!
  for (let number = 1; number <= PHOTOS; number++) {
    const file = join(home, `${number}.jpg`)
    execFileSync('convert', ['-seed', String(number), '-size', '1600x1200', 'plasma:', '-attenuate', '0.3', '+noise', 'Gaussian', '-quality', '80', file])
    const { id } = await api.evidence.add({ inspection, file, derivedFrom: null, scanOf: null })
    for (const [field, value] of [['inReport', true], ['shows', 'nobody'], ['alternative', `Ruimte ${number}`]] as const) await answer(laptop, at(inspection, 'evidence', id, field), value as string)
  }
  for (const format of ['docx', 'docx', 'pdf', 'pdf', 'html'] as const) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    const { size } = await api.report.write({ inspection, format, file: join(home, `rapport.${format}`) })
    const { user, system } = process.cpuUsage(before)
    console.log(`${format}: ${((performance.now() - start) / 1_000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor, ${(size / 1e6).toFixed(1)} MB`)
  }
}, 600_000)

/** The retest of nobody: ten themes of a hundred and two expectations, each rated and argued. */
async function openThousand() {
  const laptop = await openLaptop()
  const framework = smallFramework(Array(10).fill(102), [{ kind: 'count', what: 'met', compare: 'at-least', count: 800, within: null }], 'left-out')
  const file = join(laptop.home, 'kader.json')
  writeFileSync(file, JSON.stringify(framework))
  const { hash } = await laptop.api.framework.import({ file })
  const [organisation] = await laptop.api.organisation.list({})
  const { id } = await laptop.api.inspection.create({ organisation: organisation!.id, framework: hash, kind: 'first', earlier: null, firstDay: '2026-01-05', lastDay: null, announced: true, team: [] })
  const edits = listedOf(framework).flatMap(({ id: entityId }, index): Edit[] => [
    { entity: 'finding', entityId, field: 'rating', value: index % 3 ? '+' : '-', kind: 'set', reason: null, seen: [] },
    { entity: 'finding', entityId, field: 'rationale', value: `Het team legt vast wat het doet, zagen wij in vier gesprekken (${index}). Het voldoet aan verwachting ${entityId}.`, kind: 'set', reason: null, seen: [] },
  ])
  laptop.db().transaction(() => record(laptop.context(), id, edits)).immediate()
  return { ...await openAppOf(laptop), id }
}

/** From an address until something stands on the screen, and how long the page could do nothing else meanwhile, in milliseconds. */
const shown = (page: Page, address: string, seen: string) => page.evaluate(async ([to, what]) => {
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
  observer.observe({ type: 'longtask' })
  const start = performance.now()
  location.hash = to
  while (!document.querySelector(what)) await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
  const took = performance.now() - start
  await new Promise((next) => setTimeout(next, 4_000))
  observer.disconnect()
  return `${Math.round(took)} ms; blocked, by task: ${tasks.map(Math.round).join(', ')}`
}, [address, seen] as const)

/** From a key in a block of the report until it is painted, in milliseconds. */
const typed = (page: Page) => page.evaluate(async () => {
  const area = document.querySelector<HTMLTextAreaElement>('textarea')!
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
  const times: number[] = []
  for (let key = 0; key < 10; key++) {
    await new Promise((next) => setTimeout(next, 120))
    const start = performance.now()
    set.call(area, `${area.value}x`)
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
    times.push(performance.now() - start)
  }
  return times.map(Math.round).join(', ')
})

test('the paper of a report on 1,020 expectations', async () => {
  const { page, id } = await openThousand()
  await page.evaluate((to) => { location.hash = to }, `/inspectie/${id}/voorbereiding`)
  await page.getByRole('heading', { name: 'Voorbereiding', level: 1 }).waitFor()
  for (let time = 0; time < 2; time++) {
    console.log('the paper:', await shown(page, `/inspectie/${id}/rapport`, '[class*=paper] [data-level=h1]'))
    if (time === 0) await shown(page, `/inspectie/${id}/voorbereiding`, 'main h1')
  }
  await page.getByRole('button', { name: 'Tekst aanpassen' }).first().click()
  await page.locator('textarea').waitFor()
  console.log('keys:', await typed(page))
}, 300_000)
