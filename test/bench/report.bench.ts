import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'vitest'
import { answer, at, openMachine } from '../helpers/backend.ts'

const PHOTOS = 50
const hasConvert = spawnSync('convert', ['-version']).error === undefined
if (!hasConvert) console.warn('Not measured: convert (ImageMagick), which makes the photos, is not on this computer.')

/** Beside the time on the clock the time of the processor of this process; what prints is another process. */
test.skipIf(!hasConvert)(`the report of the worked case with ${PHOTOS} photos of 1,600 by 1,200`, async () => {
  const laptop = openMachine()
  const { api, home } = laptop
  await api.workspace.openExample({})
  const { id: inspection } = (await api.inspection.list({})).find(({ kind }) => kind === 'retest')!
  for (let number = 1; number <= PHOTOS; number++) {
    const file = join(home, `${number}.jpg`)
    execFileSync('convert', ['-seed', String(number), '-size', '1600x1200', 'plasma:', '-attenuate', '0.3', '+noise', 'Gaussian', '-quality', '80', file])
    const { id } = await api.evidence.add({ inspection, file, derivedFrom: null, scanOf: null })
    for (const [field, value] of [['inReport', true], ['shows', 'nobody'], ['alternative', `Ruimte ${number}`]] as const) await answer(laptop, at(inspection, 'evidence', id, field), value as string)
  }
  for (const format of ['docx', 'docx', 'pdf', 'pdf', 'html'] as const) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    const { size } = await api.report.write({ inspection, format, file: join(home, `rapport.${format}`) })
    const { user, system } = process.cpuUsage(before)
    console.log(`${format}: ${((performance.now() - start) / 1_000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor, ${(size / 1e6).toFixed(1)} MB`)
  }
}, 600_000)
