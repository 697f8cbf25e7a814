import { join } from 'node:path'
import { createBackend } from '../../electron/backend.ts'
import { createHost } from '../../electron/host.ts'
import { pathsAsHandles } from '../../electron/files.ts'
import { createClient } from '../../shared/api/client.ts'

// A process that may not write a file beyond what `ulimit -f` allows: to it the disk is full. It takes a file in and tells how that went.
const [home = '', inspection = '', file = '', passphrase = ''] = process.argv.slice(2)
const backend = createBackend(createHost(pathsAsHandles, home))
const api = createClient(backend.send)
await api.workspace.unlock({ folder: 'werk', passphrase })
const outcome = await backend.send('evidence.add', { inspection, file: join(file), derivedFrom: null, scanOf: null })
console.log(JSON.stringify(outcome))
backend.close()
