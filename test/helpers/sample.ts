import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'

/** What a JSON Schema tells, as far as the contract uses it. */
interface Shape {
  type?: string
  const?: unknown
  examples?: unknown[]
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  minItems?: number
  format?: string
  pattern?: string
  minimum?: number
}

const TEXTS: Readonly<Record<string, () => string>> = {
  uuid: () => randomUUID(),
  date: () => '2026-01-05',
  'date-time': () => '2026-01-05T09:00:00.000Z',
}

/** Input that fits a schema and names nothing that exists. `text` is what free texts say. */
export const sampleOf = (schema: z.ZodType, text: string): unknown => valueOf(z.toJSONSchema(schema) as Shape, text)

function valueOf(shape: Shape, text: string): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.examples) return shape.examples[0]
  if (shape.enum) return shape.enum[0]
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return valueOf(choices[0]!, text)
  if (shape.type === 'object') return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, valueOf(inner, text)]))
  if (shape.type === 'array') return Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () => valueOf(shape.items ?? {}, text))
  if (shape.type === 'string') return textOf(shape, text)
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(0, shape.minimum ?? 0)
  return shape.type === 'boolean' ? false : null
}

function textOf({ format, pattern }: Shape, text: string): string {
  if (format && TEXTS[format]) return TEXTS[format]()
  if (pattern?.startsWith('^[a-z]')) return 'x'
  if (pattern?.startsWith('^(?:D-')) return 'D-01'
  if (pattern?.startsWith('^\\d{4}-(0[1-9]')) return '2026-01'
  if (pattern?.includes('T\\d{2}:')) return '2026-01-05T09:00'
  if (pattern?.startsWith('^P\\d')) return 'P10Y'
  if (pattern?.includes('0-9a-f]{32}')) return randomBytes(16).toString('hex')
  if (pattern?.includes('0-9a-f')) return randomBytes(32).toString('hex')
  if (pattern?.includes('\\.db')) return '2026-01-05T09-00-00-000Z.db'
  return text
}
