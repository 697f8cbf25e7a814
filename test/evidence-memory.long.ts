import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newInspection, openTestFolder } from './helpers/backend.ts'
import { exchange, openEnrolled, openOffice } from './helpers/office.ts'

const MEBIBYTE = 2 ** 20

test.each([200, 800])('taking in and handing over %i MiB of evidence takes no more memory than little of it does', async (mebibytes) => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  const file = join(openTestFolder(), 'film.bin')
  const out = createWriteStream(file)
  for (let done = 0; done < mebibytes; done++) if (!out.write(randomBytes(MEBIBYTE))) await once(out, 'drain')
  out.end()
  await once(out, 'close')
  const before = process.memoryUsage().rss
  let peak = 0
  const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss - before) }, 20)
  await laptop.api.evidence.add({ inspection, file, derivedFrom: null, scanOf: null })
  await exchange(laptop, inspection)
  clearInterval(timer)
  expect(peak).toBeLessThan(150 * MEBIBYTE)
}, 300_000)
