import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import { canonical, hash } from './hash.ts'
import { flushFolder, writeWhole } from '../whole-file.ts'

const paths = (folder: string, name: string) => [join(folder, `${name}.json`), join(folder, `${name}.copy.json`)]

/** Is there such a file in the folder, be it damaged? */
export const hasTwofold = (folder: string, name: string) => paths(folder, name).some((path) => existsSync(path))

/** Writes `<name>.json` and `<name>.copy.json`: canonical JSON that carries its own hash, so that damage is told from a wrong passphrase. */
export function writeTwofold(folder: string, name: string, value: object): void {
  const text = sealed(value)
  for (const path of paths(folder, name)) writeWhole(path, text)
}

/** The first of both copies that is whole. Errors: `keyring-damaged` when neither is, `not-a-workspace` when neither is there. */
export function readTwofold<S extends z.ZodType>(folder: string, name: string, schema: S): z.infer<S> {
  if (!hasTwofold(folder, name)) throw appError('not-a-workspace', {})
  for (const path of paths(folder, name)) {
    const value = readWhole(path, schema)
    if (value !== null) return value
  }
  throw appError('keyring-damaged', {})
}

/** Makes both copies the same again. What cannot be written now (a full or read-only disk) waits until the next time. */
export function healTwofold(folder: string, name: string, value: object): void {
  const text = sealed(value)
  for (const path of paths(folder, name)) {
    try {
      if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeWhole(path, text)
    } catch {
      // The whole copy still opens the workspace; refusing to work would help nobody.
    }
  }
}

/** Deletes both copies; gone on disk when it returns. */
export function removeTwofold(folder: string, name: string): void {
  for (const path of paths(folder, name)) rmSync(path, { force: true })
  flushFolder(folder)
}

const sealed = (value: object) => `${canonical({ ...value, integrity: hash(value) })}\n`

function readWhole<S extends z.ZodType>(path: string, schema: S): z.infer<S> | null {
  try {
    const text = readFileSync(path, 'utf8')
    const { integrity: _integrity, ...rest } = JSON.parse(text)
    return sealed(rest) === text ? schema.parse(rest) : null
  } catch {
    return null
  }
}
