import { expect, test } from 'vitest'
import { z } from 'zod'
import { Framework } from '../shared/domain/framework.ts'

test('the published JSON Schema is the schema that frameworks are held against', async () => {
  const schema = { title: 'Veldtoets framework', ...z.toJSONSchema(Framework, { reused: 'ref' }) }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../docs/framework.schema.json')
})
