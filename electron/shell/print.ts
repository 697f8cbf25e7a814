import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { appError } from '../../shared/errors.ts'
import { htmlOf, type Page, PAPER } from '../print.ts'
import { ORIGIN, printOptions } from './security.ts'

/** Prints pages in a window that nobody sees; such a page has an address of its own until it is printed. */
export function createPrinter() {
  const pages = new Map<string, string>()
  const respond = (url: string): Response | null => {
    const page = pages.get(url)
    return page === undefined ? null : new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
  }
  const print = async (page: Page, footerTemplate: string): Promise<Buffer> => {
    const url = `${ORIGIN}/print/${randomUUID()}`
    pages.set(url, await htmlOf(page))
    const window = new BrowserWindow(printOptions())
    try {
      await window.loadURL(url)
      return await window.webContents.printToPDF({ ...PAPER, footerTemplate })
    } catch {
      throw appError('print-failed', {})
    } finally {
      pages.delete(url)
      window.destroy()
    }
  }
  return { respond, print }
}
