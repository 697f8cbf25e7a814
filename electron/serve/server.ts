import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Send } from '../../shared/api/client.ts'
import { AppError } from '../../shared/errors.ts'
import type { Backend } from '../backend.ts'
import { HEADERS } from '../page.ts'
import { carryEvidence } from './evidence.ts'
import { placeOf, refusalOf } from './guard.ts'
import { createMessages } from './messages.ts'
import type { Transfer } from './transfer.ts'

export interface Service {
  send: Send
  transfer: Transfer
  evidence: Backend['evidence']
  /** Answers what is asked of the page itself. */
  page: RequestListener
  log: (line: string) => void
  /** 0 takes a free port. */
  port: number
}

/** Serves the page and the backend on this machine only, to whoever holds the token behind the # of the address. */
export async function openServer({ send, transfer, evidence, page, log, port }: Service): Promise<{ address: string; close: () => void }> {
  const token = randomBytes(32).toString('base64url')
  const messages = createMessages(send, log)
  const server = createServer(async (request, response) => {
    const refusal = refusalOf(request, host(), token)
    if (refusal !== null) return void response.writeHead(refusal, { ...HEADERS, connection: 'close' }).end()
    try {
      await route(request, response)
    } catch (error) {
      fail(response, error, log)
    }
  })
  const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const { place, rest } = placeOf(request.url ?? '/')
    if (place === 'send') return messages.send(request, response, rest)
    if (place === 'evidence') return carryEvidence(evidence, request, response, rest)
    if (place === 'upload') return transfer.upload(request, response)
    if (place === 'save') return transfer.save(request, response)
    if (place === 'download') return transfer.download(response, rest)
    if (place !== 'cancel') return page(request, response)
    messages.cancel(rest)
    response.writeHead(204, HEADERS).end()
  }

  server.requestTimeout = 0 // a large upload may take its time
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening))
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { address: `http://${host()}/#${token}`, close }
}

/** Whatever went wrong with one request, the next one is answered. */
function fail(response: ServerResponse, error: unknown, log: (line: string) => void): void {
  const isMissing = error instanceof AppError || (error as NodeJS.ErrnoException).code === 'ENOENT'
  if (!isMissing && !response.destroyed) log(`host ${error instanceof Error ? error.stack : String(error)}`)
  if (response.headersSent) response.destroy()
  else response.writeHead(isMissing ? 404 : 500, { ...HEADERS, connection: 'close' }).end()
}
