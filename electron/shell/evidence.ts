import { basename } from 'node:path'
import type { EvidenceRequest } from '../features/evidence/response.ts'

const PLACE = '/evidence/'

export const isEvidence = (address: string) => URL.parse(address)?.pathname.startsWith(PLACE) === true

/** A request of the page as the backend understands it. */
export function evidenceRequestOf({ method, url, headers, body }: Request): EvidenceRequest {
  return { method, rest: new URL(url).pathname.slice(PLACE.length), range: headers.get('range'), name: nameIn(headers), body }
}

function nameIn(headers: Headers): string {
  try {
    return basename(decodeURIComponent(headers.get('x-name') ?? ''))
  } catch {
    return ''
  }
}
