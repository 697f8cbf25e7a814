import { join } from 'node:path'
import { test } from 'vitest'
import type { Edit } from '../../shared/domain/entity.ts'
import { listEntries, record } from '../../electron/db/change-log.ts'
import { type Laptop, openTestFolder } from '../helpers/backend.ts'
import { openJudged, openOffice } from '../helpers/office.ts'

const BUNDLES = 100

/** The first round of the worked case under another id, judged and handed over. */
async function handOverAgain({ api, db, context, host }: Laptop, first: string, file: string): Promise<void> {
  const inspection = host.newId()
  const edits = listEntries(db(), first).map(({ entity, entityId, field, kind, content }) =>
    ({ entity, entityId: entityId === first ? inspection : entityId, field, kind, value: content!.value, reason: content!.reason, seen: [] }) as Edit)
  db().transaction(() => record(context(), inspection, edits)).immediate()
  await api.bundle.handOver({ inspection, file })
}

test(`${BUNDLES} judged inspections, encrypted for the office, each answered with a receipt`, async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const folder = openTestFolder()
  const files = Array.from({ length: BUNDLES }, (_, n) => join(folder, `${n}.veldtoets`))
  for (const file of files) await handOverAgain(laptop, first, file)
  const [start, before] = [performance.now(), process.cpuUsage()]
  const arrivals = await office.api.bundle.import({ files })
  const { user, system } = process.cpuUsage(before)
  const good = arrivals.filter(({ state }) => state === 'new').length
  console.log(`${good} imported: ${((user + system) / 1_000 / BUNDLES).toFixed(1)} ms of processor each, ${((performance.now() - start) / BUNDLES).toFixed(1)} ms on the clock`)
}, 600_000)
