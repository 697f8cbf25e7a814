import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser, quietArguments, runsAsRoot } from '../../electron/browser.ts'

/** One browser for all browser tests; each has a profile of its own in it. */
export default async function openBrowser(project: TestProject) {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser: npm test brings one')
  const server = await chromium.launchServer({ executablePath, args: quietArguments(runsAsRoot()) })
  project.provide('browser', server.wsEndpoint())
  return () => server.close()
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where it listens; there is none but in browser tests. */
    browser?: string
  }
}
