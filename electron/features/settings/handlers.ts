import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Settings, standardSettings } from '../../../shared/domain/settings.ts'
import type { Handlers, Host } from '../../context.ts'
import { readJson } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'

/** Settings hold nothing about anyone, so they lie open beside the workspaces and are known before one is unlocked. */
const LARGEST = 10_000
const fileOf = ({ home }: Host) => join(home, 'settings.json')

export const settings: Handlers<'settings'> = {
  get: async ({ host }) => {
    if (!existsSync(fileOf(host))) return standardSettings
    const parsed = Settings.safeParse(await readJson(fileOf(host), LARGEST).catch(() => null))
    return parsed.success ? parsed.data : standardSettings
  },

  set: async ({ host }, settings) => {
    mkdirSync(host.home, { recursive: true })
    writeWhole(fileOf(host), JSON.stringify(settings))
    return settings
  },
}
