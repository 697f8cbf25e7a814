import { EventEmitter, once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request as ask } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { createFileTable, pathsAsHandles } from '../electron/files.ts'
import { homeOf } from '../electron/host.ts'
import { builtPage, HEADERS } from '../electron/page.ts'
import { LARGEST_INPUT } from '../electron/serve/messages.ts'
import { openServer } from '../electron/serve/server.ts'
import { asDownload, createTransfer, openFolder } from '../electron/serve/transfer.ts'
import { registerIpc } from '../electron/shell/ipc.ts'
import type { Run, Send } from '../shared/api/client.ts'
import { openTestFolder } from './helpers/folder.ts'

/** A backend of four operations: one answers, one tells its progress, one waits until it is cancelled, one is broken. */
const seen = { aborted: 0 }
const send: Send = async (path, input, run) => {
  if (path === 'test.count') for (let done = 1; done <= 3; done++) run!.onProgress!({ done, total: 3 })
  if (path === 'test.wait') {
    run!.onProgress!({ done: 0, total: null })
    await once(run!.signal!, 'abort')
    seen.aborted++
    return { ok: false, failure: { code: 'cancelled', details: {} } }
  }
  if (path === 'test.break') throw new Error('broken')
  return { ok: true, value: { path, input: input ?? null } }
}

/** The served host on a page of one file, in a folder of its own. */
async function openService({ largest = 1_000 } = {}) {
  const folder = openTestFolder()
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page/index.html'), '<head></head>')
  writeFileSync(join(folder, 'secret.js'), '')
  const [files, logged] = [createFileTable(), new Array<string>()]
  const responseTo = builtPage(join(folder, 'page'), '')
  const transfer = createTransfer(files, { folder: join(folder, 'files'), largest })
  mkdirSync(join(folder, 'files'))
  const { address, close } = await openServer({
    send, transfer, evidence: async () => new Response(null, { status: 404 }), port: 0, log: (line) => logged.push(line),
    page: ({ method = '', url = '' }, response) => {
      const { status, headers } = responseTo(method, new URL(url, 'http://page').href)
      response.writeHead(status, Object.fromEntries(headers)).end()
    },
  })
  onTestFinished(close)
  const url = new URL(address)
  const token = { authorization: `Bearer ${url.hash.slice(1)}` }
  const call = (path: string, given: { method?: string; headers?: IncomingHttpHeaders; body?: string | Buffer } = {}) =>
    talk(url.port, { method: 'POST', ...given, path, headers: { ...token, ...given.headers } })
  return { address, url, files, logged, folder: join(folder, 'files'), transfer, call, token }
}

/** One request as it is, without what `fetch` tidies up. */
function talk(port: string, { body, ...options }: { method: string; path: string; headers: IncomingHttpHeaders; body?: string | Buffer }) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = ask({ host: '127.0.0.1', port, ...options }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode!, headers: response.headers, text })
    })
    request.on('error', reject).end(body)
  })
}

const linesOf = ({ text }: { text: string }) => text.trim().split('\n').map((line) => JSON.parse(line) as unknown)

test('an answer comes back with the progress before it', async () => {
  const { call } = await openService()
  const answer = await call('/send/test.count', { body: '{"a":1}' })
  expect(answer.headers['content-type']).toBe('application/x-ndjson')
  expect(linesOf(answer)).toEqual([
    { progress: { done: 1, total: 3 } }, { progress: { done: 2, total: 3 } }, { progress: { done: 3, total: 3 } },
    { ok: true, value: { path: 'test.count', input: { a: 1 } } },
  ])
})

test('what is no JSON arrives as nothing, what is too much is refused, and what breaks does not take the host with it', async () => {
  const { call, logged } = await openService()
  expect(linesOf(await call('/send/test.echo', { body: '{' }))).toEqual([{ ok: true, value: { path: 'test.echo', input: null } }])
  const tooMuch = linesOf(await call('/send/test.echo', { body: Buffer.alloc(LARGEST_INPUT + 1, ' ') }))
  expect(tooMuch).toMatchObject([{ ok: false, failure: { code: 'invalid-input' } }])
  expect(linesOf(await call('/send/test.break'))).toMatchObject([{ ok: false, failure: { code: 'internal' } }])
  expect(logged).toEqual([expect.stringContaining('broken')])
  expect((await call('/send/test.echo')).status).toBe(200)
})

test('a run is cancelled by its id and tells how it ended, or by breaking off', async () => {
  const { call, url, token } = await openService()
  seen.aborted = 0
  const answer = call('/send/test.wait', { headers: { 'x-run': 'one' } })
  await vi.waitFor(async () => {
    await call('/cancel/one')
    expect(seen.aborted).toBe(1)
  }, 15_000)
  expect(linesOf(await answer).at(-1)).toMatchObject({ ok: false, failure: { code: 'cancelled' } })

  const broken = ask({ host: '127.0.0.1', port: url.port, method: 'POST', path: '/send/test.wait', headers: token }).end()
  await once(broken, 'response')
  broken.destroy()
  await vi.waitFor(() => expect(seen.aborted).toBe(2), 15_000)
})

test.each<[string, number, { method?: string; path?: string; headers?: IncomingHttpHeaders }]>([
  ['a foreign name for this machine', 421, { headers: { host: 'evil.example' } }],
  ['another port', 421, { headers: { host: '127.0.0.1:1' } }],
  ['another site', 403, { headers: { origin: 'https://evil.example' } }],
  ['a page without an origin', 403, { headers: { origin: 'null' } }],
  ['another site on this machine', 403, { headers: { 'sec-fetch-site': 'same-site' } }],
  ['a link on another site', 403, { method: 'GET', path: '/', headers: { 'sec-fetch-site': 'cross-site' } }],
  ['no token', 403, { headers: { authorization: '' } }],
  ['a wrong token', 403, { headers: { authorization: `Bearer ${'A'.repeat(43)}` } }],
  ['a token of another length', 403, { headers: { authorization: 'Bearer A' } }],
  ['reading where one writes', 405, { method: 'GET' }],
  ['writing where one reads', 405, { path: '/' }],
  ['a way around the guard', 403, { path: '/x/../send/test.echo', headers: { authorization: '' } }],
  ['a coded way around the guard', 403, { path: '/x/%2e%2e/send/test.echo', headers: { authorization: '' } }],
  ['an upload without a token', 403, { path: '/upload', headers: { authorization: '' } }],
  ['a download without a token', 403, { path: '/download/x', headers: { authorization: '' } }],
  ['a download of nothing', 404, { path: '/download/x' }],
  ['a file outside the page', 404, { method: 'GET', path: '/../secret.js' }],
  ['a coded file outside the page', 404, { method: 'GET', path: '/%2e%2e%2fsecret.js' }],
  ['a property of the language', 404, { method: 'GET', path: '/constructor' }],
])('%s gets %i, under the policy', async (_what, status, { path = '/send/test.echo', ...given }) => {
  const { call } = await openService()
  const answer = await call(path, given)
  expect(answer.status).toBe(status)
  expect(answer.text).toBe('')
  expect(answer.headers).toMatchObject(HEADERS)
})

test('the page is served under the policy; nobody learns the token from it, and other addresses of this machine do not answer', async () => {
  const { call, url } = await openService()
  const page = await call('/', { method: 'GET', headers: { authorization: '' } })
  expect(page.status).toBe(200)
  expect(page.headers).toMatchObject(HEADERS)
  expect(JSON.stringify(page)).not.toContain(url.hash.slice(1))
  const elsewhere = connect({ host: '127.0.0.2', port: Number(url.port) })
  expect((await once(elsewhere, 'error'))[0]).toMatchObject({ code: 'ECONNREFUSED' })
})

test('a file goes in under a name of our own, readable by its owner only', async () => {
  const { call, files, folder } = await openService()
  const name = '../../etc/Ärende ✓.veldtoets'
  const { text } = await call('/upload', { body: 'inhoud', headers: { 'x-name': encodeURIComponent(name) } })
  const { handle, name: shown } = JSON.parse(text) as { handle: string; name: string }
  expect(shown).toBe('Ärende ✓.veldtoets')
  const { path } = files.toRead(handle)
  expect(readFileSync(path, 'utf8')).toBe('inhoud')
  expect(path.startsWith(folder)).toBe(true)
  expect(path).not.toContain('rende')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(() => files.toWrite(handle)).toThrow('not-found')
})

test('an upload that is too large or broken off leaves nothing', async () => {
  const { call, folder, url, token } = await openService({ largest: 100_000 })
  expect((await call('/upload', { body: Buffer.alloc(100_000) })).status).toBe(200)
  expect(readdirSync(folder)).toHaveLength(1)
  expect((await call('/upload', { body: Buffer.alloc(100_001) })).status).toBe(413)
  const broken = ask({ host: '127.0.0.1', port: url.port, method: 'POST', path: '/upload', headers: { ...token, 'content-length': 90_000 } })
  broken.on('error', () => {}).write(Buffer.alloc(50_000))
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(2), 15_000)
  broken.destroy()
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), 15_000)
})

test('what was written is delivered once, and is then gone', async () => {
  const { call, files, folder } = await openService()
  const { handle } = JSON.parse((await call('/save', { headers: { 'x-name': encodeURIComponent('0198-1.veldtoets') } })).text) as { handle: string }
  expect((await call(`/download/${handle}`)).status).toBe(404)
  writeFileSync(files.toWrite(handle).path, 'bundel')
  const answer = await call(`/download/${handle}`)
  expect(answer).toMatchObject({ status: 200, text: 'bundel', headers: { 'content-disposition': 'attachment; filename="0198-1.veldtoets"' } })
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), 15_000)
  expect((await call(`/download/${handle}`)).status).toBe(404)
})

test.each([
  ['verslag.pdf', 'verslag.pdf'], ['a"\r\nset-cookie: x.html', 'aset-cookie x.html'], ['../../x', 'x'], ['Ärende.pdf', 'Arende.pdf'],
  ['✓', 'bestand'], ['', 'bestand'], ['.bashrc', 'bashrc'], ['a\\b/c', 'abc'],
])('the name "%s" is handed over as "%s"', (name, safe) => {
  expect(asDownload(name)['content-disposition']).toBe(`attachment; filename="${safe}"`)
})

test('the folder for files is private; what a process that ended left behind is swept, what others use is kept', () => {
  const [gone, alive] = [join(tmpdir(), 'veldtoets-files-4194304-test'), join(tmpdir(), `veldtoets-files-${process.pid}-test`)]
  for (const folder of [gone, alive]) mkdirSync(folder, { recursive: true })
  const transfer = createTransfer(createFileTable(), { folder: alive })
  const folder = openFolder()
  onTestFinished(() => createTransfer(createFileTable(), { folder }).close())
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect([existsSync(gone), existsSync(alive)]).toEqual([false, true])
  transfer.close()
  expect(existsSync(alive)).toBe(false)
})

test('a handle is good for one use, until it is released; on the command line it is a path', () => {
  const files = createFileTable()
  const [read, write] = [files.addRead('/a/b.veldtoets'), files.addWrite('/a/c.pdf', 'verslag.pdf')]
  expect(files.toRead(read)).toEqual({ path: '/a/b.veldtoets', name: 'b.veldtoets' })
  expect(files.toWrite(write)).toEqual({ path: '/a/c.pdf', name: 'verslag.pdf' })
  expect(() => files.toRead(write)).toThrow('not-found')
  files.release(read)
  expect(() => files.toRead(read)).toThrow('not-found')
  expect(() => files.toRead('/etc/passwd')).toThrow('not-found')
  expect(pathsAsHandles.toRead('/a/b.veldtoets')).toEqual({ path: '/a/b.veldtoets', name: 'b.veldtoets' })
})

test('workspaces lie where a system keeps data of this machine, or where the environment says', () => {
  expect(homeOf('linux', {}, '/home/a')).toBe('/home/a/.local/share/veldtoets')
  expect(homeOf('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe('/data/veldtoets')
  expect(homeOf('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/Veldtoets')
  expect(homeOf('win32', { LOCALAPPDATA: '/l' }, '/u')).toBe('/l/Veldtoets')
  expect(homeOf('win32', { VELDTOETS_HOME: '/x' }, '/u')).toBe('/x')
})

/** The two ends of a message as Electron brings them: an event with a port, on a channel. */
function openChannel<T>(schema: z.ZodType<T>, handler: (input: T, run: Required<Run>) => Promise<unknown>) {
  const ipc = new EventEmitter()
  registerIpc(ipc as never, new Set([1]), 'send', schema, handler)
  return (message: unknown, { frame = { url: 'app://veldtoets/', parent: null } as unknown, id = 1, ports = 1 } = {}) => {
    const [port, replies] = [new EventEmitter(), new Array<unknown>()]
    const said = { replies, port, closed: once(port, 'done') }
    Object.assign(port, { start: () => {}, postMessage: (reply: unknown) => replies.push(reply), close: () => port.emit('done') })
    ipc.emit('send', { senderFrame: frame, sender: { id }, ports: [port].slice(0, ports) }, message)
    return said
  }
}

const Words = z.strictObject({ words: z.string().max(10) })

test('a message is answered over its own port, with the progress before it', async () => {
  const say = openChannel(Words, async ({ words }, { onProgress }) => {
    onProgress({ done: 1, total: 1 })
    return words.length
  })
  const { replies, closed } = say({ words: 'vijf' })
  await closed
  expect(replies).toEqual([{ progress: { done: 1, total: 1 } }, { value: 4 }])
})

test('who is not our page hears nothing, and nothing is done', async () => {
  const handler = vi.fn(async () => 1)
  const say = openChannel(Words, handler)
  const page = { url: 'app://veldtoets/', parent: null }
  for (const from of [{ frame: null }, { frame: { ...page, parent: page } }, { frame: { ...page, url: 'https://evil/' } }, { id: 2 }]) {
    const { replies, closed } = say({ words: 'a' }, from)
    await closed
    expect(replies).toEqual([])
  }
  say({ words: 'a' }, { ports: 0 })
  for (const message of [null, [], { words: 1 }, { words: 'a', more: 1 }, { words: 'x'.repeat(50_000_000) }]) {
    const { replies, closed } = say(message)
    await closed
    expect(replies).toEqual([{ refused: 'input' }])
  }
  expect(handler).not.toHaveBeenCalled()
})

test('the page cancels by a word over the port, or by going away; a handler that breaks is told', async () => {
  const ended = new Array<string>()
  const say = openChannel(Words, async ({ words }, { signal }) => {
    if (words === 'break') throw new Error('broken')
    await once(signal, 'abort')
    ended.push(words)
    return words
  })
  const cancelled = say({ words: 'cancel' })
  cancelled.port.emit('message', { data: 'cancel' })
  await cancelled.closed
  expect(cancelled.replies).toEqual([{ value: 'cancel' }])
  const gone = say({ words: 'gone' })
  gone.port.emit('close')
  await gone.closed
  expect(gone.replies).toEqual([])
  expect(ended).toEqual(['cancel', 'gone'])
  const broken = say({ words: 'break' })
  await broken.closed
  expect(broken.replies).toEqual([{ refused: 'Error: broken' }])
})
