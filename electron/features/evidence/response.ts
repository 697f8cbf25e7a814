import { z } from 'zod'
import { isShown } from '../../../shared/domain/evidence.ts'
import type { Context, Workspace } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import { getInspection } from '../inspection/repository.ts'
import { takeIn } from './intake.ts'
import type { StoredFile } from './repository.ts'
import { findHere, openEvidence } from './store.ts'

/** A request for evidence, in whatever way the host carries it. */
export interface EvidenceRequest {
  readonly method: string
  /** What follows `/evidence/`: a handle to read, or the inspection to take a file in for. */
  readonly rest: string
  readonly range: string | null
  /** The name of a file that is brought. */
  readonly name: string
  readonly body: AsyncIterable<Uint8Array> | null
}

/** Around every answer: what is inside can run, load and be framed by nothing, and is kept by nobody. */
export const EVIDENCE_HEADERS = {
  'content-security-policy': `sandbox; default-src 'none'`,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

const refuse = (status: number, headers = {}) => new Response(null, { status, headers: { ...EVIDENCE_HEADERS, ...headers } })

/** Gives evidence to the page that asks by its handle, and takes in what the page brings. */
export async function answerEvidence(context: Context | null, request: EvidenceRequest): Promise<Response> {
  if (request.method === 'POST') return take(context, request)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const view = context?.desk.shown(request.rest)
  const stored = context && view && findHere(context, view.inspection, view.sha256)
  return stored ? give(context, stored, request) : refuse(404)
}

function give(place: Workspace, stored: StoredFile, { method, range }: EvidenceRequest): Response {
  const { size, type } = stored
  const part = partOf(range, size)
  if (part === 'none') return refuse(416, { 'content-range': `bytes */${size}` })
  const { from, to } = part ?? { from: 0, to: size }
  const headers = {
    ...EVIDENCE_HEADERS,
    'content-length': String(to - from),
    'accept-ranges': 'bytes',
    ...(part ? { 'content-range': `bytes ${from}-${to - 1}/${size}` } : {}),
    ...(isShown(type) ? { 'content-type': type } : { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }),
  }
  const body = method === 'HEAD' ? null : ReadableStream.from(openEvidence(place, stored, { from, to }))
  return new Response(body as ReadableStream | null, { status: part ? 206 : 200, headers })
}

/** One range of bytes (RFC 9110 §14.1.2): null where all is asked or the header says nothing lawful, 'none' where nothing lies there. */
export function partOf(range: string | null, size: number): { from: number; to: number } | 'none' | null {
  const [, first = '', last = ''] = range?.match(/^bytes=(\d{0,15})-(\d{0,15})$/) ?? []
  if (first === '' && last === '') return null
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return from < to ? { from, to } : 'none'
}

/** Answers the outcome of taking a file in: a handle for `evidence.add`. */
async function take(context: Context | null, { rest: inspection, name, body }: EvidenceRequest): Promise<Response> {
  if (!context || body === null || !z.uuid().safeParse(inspection).success) return refuse(404)
  try {
    getInspection(context.db, inspection)
    const taken = await takeIn(context, inspection, body, name)
    return outcome({ ok: true, value: { handle: context.desk.put(taken), name } })
  } catch (error) {
    return outcome({ ok: false, failure: failureOf(error, 'evidence', context) })
  }
}

const outcome = (value: object) => new Response(JSON.stringify(value), { headers: { ...EVIDENCE_HEADERS, 'content-type': 'application/json' } })
