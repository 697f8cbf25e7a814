import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Outcome, Send } from '../../shared/api/client.ts'
import { HEADERS } from '../page.ts'

/** Input is words, never files: 50 MB is far beyond what any operation asks. */
export const LARGEST_INPUT = 50_000_000

export interface Messages {
  send(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
  cancel(run: string): void
}

/**
 * Carries `send` over HTTP. The answer is newline-delimited JSON: any number of `{ progress }`, then the outcome.
 * A run is cancelled by its id (header `x-run`), so that whoever cancels still hears how it ended, or by breaking off the request.
 */
export function createMessages(send: Send, log: (line: string) => void): Messages {
  const runs = new Map<string, AbortController>()
  return {
    send: async (request, response, path) => {
      const run = String(request.headers['x-run'] ?? '')
      const controller = new AbortController()
      runs.set(run, controller)
      response.on('close', () => {
        runs.delete(run)
        controller.abort()
      })
      const text = await textOf(request)
      response.writeHead(200, { ...HEADERS, 'content-type': 'application/x-ndjson' })
      const say = (line: unknown) => response.write(`${JSON.stringify(line)}\n`)
      const onProgress = (progress: unknown) => !response.writableNeedDrain && say({ progress }) // a slow listener misses some
      say(text === null ? tooLarge : await outcomeOf(() => send(path, parsed(text), { onProgress, signal: controller.signal }), log))
      response.end()
    },
    cancel: (run) => runs.get(run)?.abort(),
  }
}

const tooLarge: Outcome = { ok: false, failure: { code: 'invalid-input', details: { issues: `more than ${LARGEST_INPUT} bytes` } } }

/** The body as text; null when it is too large. What is too much is read and dropped, or the answer would not be heard. */
async function textOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LARGEST_INPUT) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > LARGEST_INPUT ? null : Buffer.concat(chunks).toString('utf8')
}

/** What is no JSON fits no contract, and so does nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function outcomeOf(run: () => Promise<Outcome>, log: (line: string) => void): Promise<Outcome> {
  try {
    return await run()
  } catch (error) {
    log(`host ${error instanceof Error ? error.stack : String(error)}`)
    return { ok: false, failure: { code: 'internal', details: { reference: 'host' } } }
  }
}
