import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { createClient } from '../../shared/api/client.ts'
import { openApp } from './app.ts'
import { type Machine, PASSPHRASE } from './backend.ts'

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Opens the app on the workspace of a machine, which gives it up; `goTo` shows an address of the page. */
export async function openAppOf(machine: Pick<Machine, 'home' | 'close'>, flags: readonly string[] = []) {
  await machine.close()
  const app = await openApp({ home: machine.home, flags })
  const send = (path: string, input: unknown) => app.page.evaluate(([to, what]) => window.bridge.send(to, what), [path, input] as const)
  const api = createClient(send)
  await api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  await app.page.reload()
  const goTo = (address: string) => app.page.evaluate((to) => location.assign(`#${to}`), address)
  return { ...app, api, goTo }
}

/** What breaks WCAG on the screen as it is now: the rule, and where. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run: (options: object) => Promise<Result> } }).axe.run({ resultTypes: ['violations'], preload: false }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
interface Result {
  violations: { id: string; nodes: { html: string }[] }[]
}
