import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createDigest } from '../../electron/crypto/digest.ts'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { sealBundle } from '../../electron/features/bundle/seal.ts'
import type { Source } from '../../electron/features/bundle/zip-writer.ts'
import { AT, goodSealing, openOffice } from '../helpers/bundle.ts'

const MEBIBYTE = Buffer.alloc(2 ** 20, 'vt')

/** A film of so many mebibytes. */
function filmOf(mebibytes: number): Source {
  const open = async function* () {
    for (let done = 0; done < mebibytes; done++) yield MEBIBYTE
  }
  const digest = createDigest()
  for (let done = 0; done < mebibytes; done++) digest.add(MEBIBYTE)
  return { ...digest.end(), open }
}

test('a film of more than 4 GiB is written, read by unzip and by us, in little memory', async () => {
  const office = openOffice()
  const sealing = goodSealing([office.enrol()])
  const films = [filmOf(4_100), filmOf(1)].map((content) => ({ name: `data/evidence/${content.sha256}`, content }))
  const counts = { ...sealing.header.counts, evidence: films.length }
  const before = process.memoryUsage().rss
  let peak = 0
  const onProgress = () => { peak = Math.max(peak, process.memoryUsage().rss - before) }
  const { size, manifestSha256 } = await sealBundle({ ...sealing, members: [...sealing.members, ...films], header: { ...sealing.header, counts } }, { onProgress })
  expect(size).toBeGreaterThan(2 ** 32)
  const bundle = await openBundle(sealing.path, { roots: [office.root], at: AT, crls: [] }, { onProgress })
  expect(bundle.manifestSha256).toBe(manifestSha256)
  await bundle.close()
  expect(execFileSync('unzip', ['-tq', sealing.path]).toString()).toContain('No errors detected')
  expect(peak).toBeLessThan(150 * 2 ** 20)
}, 900_000)
