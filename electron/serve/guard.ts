import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** What a request is judged by. */
export interface Asked {
  method?: string | undefined
  url?: string | undefined
  headers: IncomingHttpHeaders
}

const OPEN_METHODS = ['GET', 'HEAD']
const GUARDED = ['send', 'cancel', 'save', 'upload', 'download']

/** The first part of an address and the second, once `..` and the like are resolved: guard and route must read the same. */
export function placeOf(url: string): { place: string; rest: string } {
  const [, place = '', rest = ''] = (URL.parse(url, 'http://page')?.pathname ?? '').split('/')
  return { place, rest }
}

/**
 * Why a request is not answered, as an HTTP status; null when it is.
 * 421: a foreign name that resolves to this machine; 403: asked by another site, or without the token; 405: a wrong method.
 */
export function refusalOf({ method = '', url = '/', headers }: Asked, host: string, token: string): number | null {
  if (headers.host !== host) return 421
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return 403
  if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined)) return 403
  const { place } = placeOf(url)
  // Evidence is read by a handle that nobody guesses, and brought by who holds the token. Parts of the page may be asked by whoever is at this machine; all else only by who holds the token.
  if (!GUARDED.includes(place) && !(place === 'evidence' && method === 'POST')) return OPEN_METHODS.includes(method) ? null : 405
  if (method !== 'POST') return 405
  return isSame(headers.authorization ?? '', `Bearer ${token}`) ? null : 403
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
