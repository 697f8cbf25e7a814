import { AppError, appError, type Failure } from '../shared/errors.ts'
import type { Host } from './context.ts'

const CANCELLED = appError('cancelled', {})

/** What the machine says, as a failure that a person can do something about. */
const KNOWN: Readonly<Record<string, AppError>> = {
  ENOSPC: appError('disk-full', {}),
  EDQUOT: appError('disk-full', {}),
  EFBIG: appError('disk-full', {}),
  SQLITE_FULL: appError('disk-full', {}),
  EACCES: appError('place-not-writable', {}),
  EPERM: appError('place-not-writable', {}),
  EROFS: appError('place-not-writable', {}),
  ENOTDIR: appError('place-not-writable', {}),
  EISDIR: appError('place-not-writable', {}),
  EEXIST: appError('place-not-writable', {}),
  ENAMETOOLONG: appError('place-not-writable', {}),
  ELOOP: appError('place-not-writable', {}),
  EBUSY: appError('place-not-writable', {}),
  SQLITE_READONLY: appError('place-not-writable', {}),
  SQLITE_CANTOPEN: appError('place-not-writable', {}),
  SQLITE_BUSY: appError('workspace-in-use', {}),
  EIO: appError('read-error', {}),
  ENOENT: appError('file-gone', {}),
  SQLITE_CORRUPT: appError('database-damaged', {}),
  SQLITE_NOTADB: appError('database-damaged', {}),
  ABORT_ERR: CANCELLED,
}

/** An error as plain data. What nobody foresaw is logged under a reference that the person sees; input is never logged. */
export function failureOf(error: unknown, path: string, { log, newId }: Host): Failure {
  if (error instanceof AppError) return error.failure
  const known = isCoded(error) ? KNOWN[error.code] : isAbort(error) ? CANCELLED : undefined
  if (known) return known.failure
  const reference = newId().slice(-8)
  log(`${reference} ${path} ${error instanceof Error ? traceOf(error) : typeof error}`)
  return { code: 'internal', details: { reference } }
}

/** Where it went wrong. What an error says may quote a path or a text of a person, so that is left out. */
function traceOf(error: Error): string {
  const code = isCoded(error) ? ` ${error.code}` : ''
  return `${error.name}${code}${(error.stack ?? '').split(error.message).at(-1)}`
}

/** What a signal itself throws has a number for a code. */
const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
const isCoded = (error: unknown): error is { code: string } => error instanceof Error && 'code' in error && typeof error.code === 'string'
