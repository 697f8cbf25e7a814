import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import type { FileTable } from '../files.ts'

export const Choice = z.strictObject({ kinds: z.array(z.string().regex(/^[a-z0-9.]+$/)), many: z.boolean(), folder: z.boolean() })
export type Choice = z.infer<typeof Choice>

/** Asks which files to read, with the dialog of the system; the page gets handles. */
export async function chooseToRead(window: BrowserWindow, files: FileTable, { kinds, many, folder }: Choice) {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: [folder ? 'openDirectory' : 'openFile', ...(many ? ['multiSelections' as const] : [])],
    filters: folder || kinds.length === 0 ? [] : [{ name: kinds.join(', '), extensions: kinds }],
  })
  const paths = folder ? (await Promise.all(filePaths.map((path) => filesIn(path, kinds)))).flat() : filePaths
  return paths.map((path) => offerFile(files, path))
}

/** Asks where to write; null when cancelled. */
export async function chooseToWrite(window: BrowserWindow, files: FileTable, suggestedName: string): Promise<string | null> {
  const kind = extname(suggestedName).slice(1)
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName, filters: kind ? [{ name: kind, extensions: [kind] }] : [],
  })
  return filePath ? files.addWrite(filePath) : null
}

export function offerFile(files: FileTable, path: string): { handle: string; name: string } {
  const handle = files.addRead(path)
  return { handle, name: files.toRead(handle).name }
}

/** All files of some kinds in a folder and the folders in it. */
async function filesIn(folder: string, kinds: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const isKind = (name: string) => kinds.length === 0 || kinds.some((kind) => name.toLowerCase().endsWith(`.${kind}`))
  return entries.filter((entry) => entry.isFile() && isKind(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort()
}
