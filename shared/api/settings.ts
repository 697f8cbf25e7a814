import { z } from 'zod'
import { Settings } from '../domain/settings.ts'
import { anytime } from './define.ts'

export const settings = {
  get: anytime.action(z.strictObject({}), Settings),
  set: anytime.action(Settings, Settings),
}
