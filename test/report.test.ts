import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMachine } from './helpers/backend.ts'

test('x', async () => {
  const machine = openMachine()
  await machine.api.workspace.openExample({})
  const retest = (await machine.api.inspection.list({})).find(({ kind }) => kind === 'retest')!.id
  const file = '/tmp/report.html'
  await machine.api.report.write({ inspection: retest, format: 'html', file })
  expect(readFileSync(file, 'utf8')).toContain('18 van de 24')
  expect(join('a')).toBe('a')
})
