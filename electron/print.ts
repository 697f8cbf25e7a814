import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { appError } from '../shared/errors.ts'
import { findBrowser, quietArguments, runsAsRoot } from './browser.ts'

/** How a page becomes paper: A4, with its own margins, tagged, with an outline; `footer` is HTML below each page. Sizes in inches. */
export const PAPER = {
  printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true, displayHeaderFooter: true, headerTemplate: '<span></span>',
} as const

type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } }

/** A page as HTML, or what makes it while that which prints it starts. */
export type Page = string | (() => Promise<string>)

export const htmlOf = async (page: Page) => (typeof page === 'string' ? page : page())

/**
 * Prints a page as PDF with the Chromium of this machine, told by a pipe: no socket is opened and the page is never a file.
 * Errors: `browser-missing`, `print-failed`.
 */
export async function printWithBrowser(page: Page, footer: string, signal: AbortSignal): Promise<Buffer> {
  const browser = findBrowser()
  if (browser === null) throw appError('browser-missing', {})
  const profile = mkdtempSync(join(tmpdir(), 'veldtoets-print-'))
  const flags = ['--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--host-resolver-rules=MAP * ~NOTFOUND', ...quietArguments(runsAsRoot())]
  const child = spawn(browser, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], signal })
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', () => reject(appError(signal.aborted ? 'cancelled' : 'print-failed', {})))
    child.once('exit', () => reject(appError('print-failed', {})))
  })
  try {
    const ask = createPipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
    return await Promise.race([print(ask, page, footer), ended])
  } finally {
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
    await new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(null) : child.once('exit', resolve)))
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    ended.catch(() => {})
  }
}

type Ask = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>

async function print(ask: Ask, page: Page, footerTemplate: string): Promise<Buffer> {
  const [{ inPage, frameId }, html] = await Promise.all([openTab(ask), htmlOf(page)])
  await inPage('Page.setDocumentContent', { frameId, html })
  const { data } = await inPage('Page.printToPDF', { ...PAPER, footerTemplate })
  return Buffer.from(String(data), 'base64')
}

async function openTab(ask: Ask) {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const inPage = (method: string, params: object = {}) => ask(method, params, String(sessionId))
  await inPage('Page.enable')
  const { frameTree } = await inPage('Page.getFrameTree')
  return { inPage, frameId: (frameTree as { frame: { id: string } }).frame.id }
}

/** Asks over the pipe of the Chrome DevTools Protocol: JSON, each message ended by a zero byte. */
function createPipe(out: Writable, back: Readable): Ask {
  const waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>()
  const held: Buffer[] = [] // of a message that has not ended yet
  let next = 0
  back.on('data', (piece: Buffer) => {
    let from = 0
    for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, from)) {
      const { id, result, error } = JSON.parse(Buffer.concat([...held.splice(0), piece.subarray(from, end)]).toString()) as Answer
      from = end + 1
      const asked = id === undefined ? undefined : waiting.get(id)
      if (error) asked?.reject(appError('print-failed', {}))
      else asked?.resolve(result ?? {})
    }
    held.push(piece.subarray(from))
  })
  out.on('error', () => {})
  return (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = ++next
      waiting.set(id, { resolve, reject })
      out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
}
