import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createFileTable } from '../../electron/files.ts'
import { builtPage } from '../../electron/page.ts'
import { openServer } from '../../electron/serve/server.ts'
import { createTransfer } from '../../electron/serve/transfer.ts'
import type { Send } from '../../shared/api/client.ts'
import { openPage, textOf } from '../helpers/app.ts'
import { openTestFolder } from '../helpers/folder.ts'

/** Copies a file that was offered to one that was asked for; counts slowly until it is told to stop. */
function backendOn(files: ReturnType<typeof createFileTable>): Send {
  return async (path, input, run) => {
    if (path === 'test.copy') {
      const { from, to } = input as { from: string; to: string }
      writeFileSync(files.toWrite(to).path, readFileSync(files.toRead(from).path))
      return { ok: true, value: files.toRead(from).name }
    }
    for (let done = 0; !run!.signal!.aborted; done++) {
      run!.onProgress!({ done, total: null })
      await wait(20)
    }
    return { ok: false, failure: { code: 'cancelled', details: {} } }
  }
}

/** A page without content of its own, under a host's bridge, in Chromium. */
async function openBridge(bridge: string) {
  const folder = openTestFolder()
  writeFileSync(join(folder, 'index.html'), '<head><link rel="icon" href="/icon.svg"></head><body></body>')
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const files = createFileTable()
  const transfer = createTransfer(files)
  const responseTo = builtPage(folder, bridge)
  const { address, close } = await openServer({
    send: backendOn(files), transfer, evidence: async () => new Response(null, { status: 404 }), port: 0, log: () => {},
    page: async ({ method = '', url = '' }, response) => {
      const { status, headers, body } = responseTo(method, new URL(url, 'http://page').href)
      response.writeHead(status, Object.fromEntries(headers)).end(await new Response(body).bytes())
    },
  })
  const { page, complaints, closePage } = await openPage(address)
  onTestFinished(async () => {
    await closePage()
    close()
    transfer.close()
  })
  return { page, complaints, address }
}

const served = readFileSync('electron/serve/bridge.js', 'utf8')
const inShell = readFileSync('electron/shell/bridge.js', 'utf8')

/** What the preload script offers, as plain functions of the page. */
const host = `window.host = {
  send: (path, input, onProgress) => {
    let cancel
    const answer = new Promise((resolve) => { cancel = () => resolve({ ok: false, failure: { code: 'cancelled', details: {} } }) })
    onProgress?.({ done: 0, total: null })
    return { answer, cancel }
  },
  open: async () => [], save: async () => null, offer: async () => ({ handle: 'h', name: 'n' }),
}\n`

const runAndCancel = async () => {
  const controller = new AbortController()
  let told = 0
  const run = window.bridge.send('test.count', {}, {
    signal: controller.signal,
    onProgress: () => {
      told++
      controller.abort()
    },
  })
  return { outcome: await run, told, again: await window.bridge.send('test.count', {}, { signal: AbortSignal.abort() }) }
}

const KEYS = ['bring', 'camera', 'deliver', 'offer', 'open', 'save', 'send']

test.each([['served', served], ['in the shell', host + inShell]])('the page %s hears progress, cancels, and hears how it ended', async (_host, bridge) => {
  const { page } = await openBridge(bridge)
  expect(await page.evaluate(() => [Object.keys(window.bridge).sort(), Object.isFrozen(window.bridge)])).toEqual([KEYS, true])
  const { outcome, told, again } = await page.evaluate(runAndCancel)
  expect(told).toBeGreaterThan(0)
  expect([outcome, again]).toMatchObject([{ failure: { code: 'cancelled' } }, { failure: { code: 'cancelled' } }])
})

test('files go in through a choice or a drop, and come out as a download', async () => {
  const { page, complaints, address } = await openBridge(served)
  const folder = openTestFolder()
  for (const name of ['een.veldtoets', 'twee.veldtoets', 'drie.txt']) writeFileSync(join(folder, name), name)
  const open = async (choice: { kinds: string[]; many: boolean; folder: boolean }, files: string | string[]) => {
    const [chooser, chosen] = await Promise.all([page.waitForEvent('filechooser'), page.evaluateHandle((choice) => ({ asked: window.bridge.open(choice) }), choice)])
    await chooser.setFiles(files)
    return chosen.evaluate(({ asked }) => asked)
  }
  const kinds = ['veldtoets']
  const [one] = await open({ kinds, many: false, folder: false }, join(folder, 'een.veldtoets'))
  expect(one).toMatchObject({ name: 'een.veldtoets' })
  expect(await open({ kinds, many: false, folder: false }, join(folder, 'drie.txt'))).toMatchObject([{ name: 'drie.txt' }])
  const all = await open({ kinds, many: true, folder: true }, folder)
  expect(all.map(({ name }) => name).sort()).toEqual(['een.veldtoets', 'twee.veldtoets'])
  const dropped = await page.evaluate(() => window.bridge.offer(new File(['inhoud'], 'sleep ✓.veldtoets')))
  expect(dropped.name).toBe('sleep ✓.veldtoets')

  const [download, answer] = await Promise.all([page.waitForEvent('download'), page.evaluate(async (from) => {
    const to = await window.bridge.save('0198-2.veldtoets')
    const outcome = await window.bridge.send('test.copy', { from, to })
    await window.bridge.deliver(to!)
    return outcome
  }, dropped.handle)])
  expect(answer).toEqual({ ok: true, value: 'sleep ✓.veldtoets' })
  expect(download.suggestedFilename()).toBe('0198-2.veldtoets')
  expect(await textOf(download)).toBe('inhoud')
  expect(complaints).toEqual([])
  expect(page.url()).not.toContain(new URL(address).hash.slice(1))
})

test('the page cannot reach outside, nor make script or style of text', async () => {
  const { page, address } = await openBridge(served)
  const elsewhere = new URL(address)
  elsewhere.hostname = 'localhost'
  const tried = await page.evaluate(async (elsewhere) => {
    const says = async (what: () => unknown) => {
      try {
        return await what()
      } catch (error) {
        return (error as Error).name
      }
    }
    const loads = (element: HTMLElement & { src: string }, src: string) => new Promise((resolve) => {
      element.onload = () => resolve('loaded')
      element.onerror = () => resolve('refused')
      element.src = src
      document.body.append(element)
    })
    return {
      ask: await says(() => fetch(elsewhere)),
      socket: await says(() => new Promise((resolve) => (new WebSocket(elsewhere.replace('http', 'ws')).onerror = () => resolve('refused')))),
      picture: await says(() => loads(document.createElement('img'), `${elsewhere}icon.png`)),
      code: await says(() => (0, eval)('1')),
      text: await says(() => (document.body.innerHTML = '<b>x</b>')),
      policy: await says(() => (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy('x', {})),
      style: await says(() => {
        const style = document.createElement('style')
        style.textContent = 'body { color: red }'
        document.head.append(style)
        return getComputedStyle(document.body).color
      }),
    }
  }, elsewhere.origin + '/')
  expect(tried).toEqual({
    ask: 'TypeError', socket: 'refused', picture: 'refused', code: expect.stringMatching(/EvalError|TypeError/), text: 'TypeError', policy: 'TypeError', style: 'rgb(0, 0, 0)',
  })
})
