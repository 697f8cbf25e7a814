import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFiles } from '../../electron/cli/verify.ts'
import { AT, openOffice } from '../helpers/bundle.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { insiderFiles } from '../helpers/hostile-insider.ts'

const office = openOffice()

test.each(insiderFiles(office))('%s → %s', async (_what, code, make) => {
  const path = join(openTestFolder(), 'x.veldtoets')
  writeFileSync(path, await make())
  const [found] = await verifyFiles([path], { trust: office.root, at: AT })
  expect(found?.code ?? 'accepted').toBe(code)
})
