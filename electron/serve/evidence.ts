import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Backend } from '../backend.ts'
import { nameOf } from './transfer.ts'

/** Carries evidence over HTTP: the request as the backend understands it, the answer piece by piece. */
export async function carryEvidence(evidence: Backend['evidence'], request: IncomingMessage, response: ServerResponse, rest: string): Promise<void> {
  const { method = '', headers } = request
  const answer = await evidence({ method, rest, range: headers.range ?? null, name: nameOf(request), body: method === 'POST' ? request : null })
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body === null) response.end()
  else await pipeline(Readable.fromWeb(answer.body as ReadableStream), response)
}
