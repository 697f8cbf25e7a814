import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { appError } from '../shared/errors.ts'

/** A file that a person chose, and the name to show for it. */
export interface ChosenFile {
  path: string
  name: string
}

/** What operations know of files: a handle in, a path out. A handle that was not given for this use is `not-found`. */
export interface Files {
  toRead(handle: string): ChosenFile
  toWrite(handle: string): ChosenFile
}

/** The only registry of handles; the page has handles, never paths. */
export interface FileTable extends Files {
  addRead(path: string, name?: string): string
  addWrite(path: string, name?: string): string
  release(handle: string): void
}

export function createFileTable(): FileTable {
  const toRead = new Map<string, ChosenFile>()
  const toWrite = new Map<string, ChosenFile>()
  const add = (files: Map<string, ChosenFile>) => (path: string, name = basename(path)) => {
    const handle = randomUUID()
    files.set(handle, { path, name })
    return handle
  }
  return {
    toRead: (handle) => find(toRead, handle),
    toWrite: (handle) => find(toWrite, handle),
    addRead: add(toRead),
    addWrite: add(toWrite),
    release: (handle) => {
      toRead.delete(handle)
      toWrite.delete(handle)
    },
  }
}

function find(files: ReadonlyMap<string, ChosenFile>, handle: string): ChosenFile {
  const file = files.get(handle)
  if (!file) throw appError('not-found', { what: 'file', id: handle })
  return file
}

function fromPath(handle: string): ChosenFile {
  if (handle.includes('\0')) throw appError('not-found', { what: 'file', id: basename(handle) })
  return { path: resolve(handle), name: basename(handle) }
}

/** On the command line the person names paths, so a handle is one. */
export const pathsAsHandles: Files = { toRead: fromPath, toWrite: fromPath }
