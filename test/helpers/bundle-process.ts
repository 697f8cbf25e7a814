import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createBackend } from '../../electron/backend.ts'
import { pathsAsHandles } from '../../electron/files.ts'
import { createHost } from '../../electron/host.ts'
import { createClient } from '../../shared/api/client.ts'

// A program that writes or reads in one bundle, to be killed or to find its disk full. A line on stdout when it goes on, and one with how it ended. With `halts` it stands still once it is halfway.
flushCompileCache() // nobody who is killed keeps it at the end
const [home = '', passphrase = '', operation = '', input = '', halts] = process.argv.slice(2)
const backend = createBackend(createHost(pathsAsHandles, home))
await createClient(backend.send).workspace.unlock({ folder: 'werk', passphrase })
const halfway = () => {
  writeSync(1, 'goes on\n')
  if (halts) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
}
const outcome = await backend.send(operation, JSON.parse(input), { onProgress: halfway })
writeSync(1, `${JSON.stringify(outcome)}\n`)
backend.close()
