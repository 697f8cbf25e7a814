import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createBackend } from '../../electron/backend.ts'
import { pathsAsHandles } from '../../electron/files.ts'
import { createHost } from '../../electron/host.ts'
import { createClient } from '../../shared/api/client.ts'

// A program that writes or reads in one bundle, to be killed or to find its disk full. A line on stdout when it begins, and one with how it ended.
flushCompileCache() // nobody who is killed keeps it at the end
const [home = '', passphrase = '', operation = '', input = ''] = process.argv.slice(2)
const backend = createBackend(createHost(pathsAsHandles, home))
await createClient(backend.send).workspace.unlock({ folder: 'werk', passphrase })
writeSync(1, 'begins\n')
const outcome = await backend.send(operation, JSON.parse(input), { onProgress: () => void writeSync(1, 'goes on\n') })
writeSync(1, `${JSON.stringify(outcome)}\n`)
backend.close()
