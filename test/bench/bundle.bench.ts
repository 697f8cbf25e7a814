import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { createDigest } from '../../electron/crypto/digest.ts'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { sealBundle } from '../../electron/features/bundle/seal.ts'
import { AT, goodSealing, openOffice } from '../helpers/bundle.ts'

const MEBIBYTE = 2 ** 20
const FILES = 10
const EACH = 50 // mebibytes: together 500, as many photos and recordings as a visit can bring

/** Files of chance in a folder, each with what is known of it since it was taken in. */
async function openEvidence() {
  const folder = await mkdtemp(join(tmpdir(), 'veldtoets-bench-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const files = []
  for (let n = 0; n < FILES; n++) {
    const path = join(folder, String(n))
    const digest = createDigest()
    for (let piece = 0; piece < EACH; piece++) {
      const bytes = randomBytes(MEBIBYTE)
      digest.add(bytes)
      await appendFile(path, bytes)
    }
    files.push({ path, content: { ...digest.end(), open: () => createReadStream(path, { highWaterMark: MEBIBYTE }) } })
  }
  return { folder, files }
}

test('500 MB of evidence', async ({ bench }) => {
  const { folder, files } = await openEvidence()
  const paths = files.map(({ path }) => path)
  const office = openOffice()
  const sealing = goodSealing([office.enrol()], { folder })
  const members = [...sealing.members, ...files.map(({ content }) => ({ name: `data/evidence/${content.sha256}`, content }))]
  const whole = { ...sealing, members, header: { ...sealing.header, counts: { ...sealing.header.counts, evidence: FILES } } }
  const before = process.memoryUsage().rss
  let peak = 0
  const onProgress = () => { peak = Math.max(peak, process.memoryUsage().rss - before) }
  const often = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 }

  await bench('peer: sha256sum reads it', async () => { execFileSync('sha256sum', paths, { stdio: 'ignore' }) }).run(often)
  await bench('peer: zip -0 writes it', async () => {
    await rm(join(folder, 'x.zip'), { force: true })
    execFileSync('zip', ['-0', '-q', '-j', join(folder, 'x.zip'), ...paths])
  }).run(often)
  await bench('a bundle is written, each byte held against its hash', async () => { await sealBundle(whole, { onProgress }) }).run(often)
  await bench('a bundle is verified', async () => {
    await (await openBundle(sealing.path, { roots: [office.root], at: AT, crls: [] }, { onProgress })).close()
  }).run(often)
  console.log(`memory: at most ${Math.ceil(peak / MEBIBYTE)} MiB above what it was`)
}, 300_000)
