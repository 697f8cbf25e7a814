import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createBackend } from '../../electron/backend.ts'
import { pathsAsHandles } from '../../electron/files.ts'
import { createHost } from '../../electron/host.ts'
import { createClient } from '../../shared/api/client.ts'

/**
 * Records and types without end, and says so once each answer is in: `{ kind, n }` per line. Arguments: home, inspection, the number to
 * begin at, and `careless` for one that says it before it is so: everything in one transaction that never ends.
 */
flushCompileCache() // nobody who is killed keeps it at the end
const [home = '', inspection = '', from = '0', mode] = process.argv.slice(2)
const backend = createBackend({ ...createHost(pathsAsHandles, home), newSalt: () => randomBytes(32).toString('hex') })
const api = createClient(backend.send)
const acknowledge = (kind: string, n: number) => writeSync(1, `${JSON.stringify({ kind, n })}\n`)

await api.workspace.unlock({ folder: 'werk', passphrase: process.env.VELDTOETS_PASSPHRASE! })
if (mode === 'careless') backend.session.workspace!.db.exec('BEGIN')
acknowledge('open', 0)
for (let n = Number(from); ; n++) {
  const about = { inspection, entity: 'finding', field: 'rationale', seen: [] }
  await api.field.record({ ...about, entityId: '1.1.1', value: `regel ${n}`, reason: null })
  acknowledge('record', n)
  await api.field.draft({ ...about, entityId: '1.1.2', value: `concept ${n}` })
  acknowledge('draft', n)
}
