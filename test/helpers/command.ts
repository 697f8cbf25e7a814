import { Readable, Writable } from 'node:stream'
import { runCommand } from '../../electron/cli/run.ts'
import { pathsAsHandles } from '../../electron/files.ts'
import { createHost } from '../../electron/host.ts'
import { PASSPHRASE } from './backend.ts'

export const ROOT_PASSPHRASE = 'de stamsleutel van het kantoor'

/** Runs a command as a terminal would, without one. `json` is what stands on stdout, read. */
export async function run(typed: readonly string[], { env = {}, signal = new AbortController().signal }: { env?: Record<string, string>; signal?: AbortSignal } = {}) {
  const [out, err] = [sink(), sink()]
  const given = { VELDTOETS_PASSPHRASE: PASSPHRASE, VELDTOETS_ROOT_PASSPHRASE: ROOT_PASSPHRASE, LANG: 'nl_NL.UTF-8', ...env }
  const io = { stdin: Readable.from([]), stdout: out.stream, stderr: err.stream, env: given, signal }
  const status = await runCommand(typed, io, (home) => ({ ...createHost(pathsAsHandles, home ?? '/nergens'), passphraseWork: 1_024 }))
  return {
    status, stdout: out.text(), stderr: err.text(),
    get json() {
      return JSON.parse(out.text())
    },
  }
}

function sink() {
  const parts: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk))
      done()
    },
  })
  return { stream, text: () => parts.join('') }
}
