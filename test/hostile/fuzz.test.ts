import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { AppError } from '../../shared/errors.ts'
import { writeGoodBundle } from '../helpers/bundle.ts'
import { openTestFolder } from '../helpers/folder.ts'

let good: Buffer
let trust: Parameters<typeof openBundle>[1]

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'veldtoets-fuzz-'))
  const written = await writeGoodBundle({ folder, values: ['met'] })
  good = readFileSync(written.path)
  ;({ trust } = written)
  rmSync(folder, { recursive: true })
})

const place = fc.nat(100_000)
const some = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes))
const edit = fc.oneof(
  fc.record({ kind: fc.constant('overwrite' as const), at: place, bytes: some }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes: some }),
  fc.record({ kind: fc.constant('delete' as const), at: place, bytes: some }),
  fc.record({ kind: fc.constant('move' as const), at: place, to: place, bytes: some }),
)
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

function applied(bytes: Buffer, change: Edit): Buffer {
  const at = change.at % (bytes.length + 1)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const rest = after.subarray(change.bytes.length)
  if (change.kind === 'insert') return Buffer.concat([before, change.bytes, after])
  if (change.kind === 'delete') return Buffer.concat([before, rest])
  if (change.kind === 'overwrite') return Buffer.concat([before, change.bytes, rest])
  return applied(Buffer.concat([before, rest]), { kind: 'insert', at: change.to, bytes: Buffer.from(after.subarray(0, change.bytes.length)) })
}

test('whatever happens to its bytes, a bundle is refused with a known code or is the same file', async () => {
  const codes = new Set<string>()
  const path = join(openTestFolder(), 'x.veldtoets')
  const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
    const bytes = edits.reduce(applied, good)
    writeFileSync(path, bytes)
    const outcome = await openBundle(path, trust).then(async (bundle) => {
      await bundle.close()
      return 'accepted'
    }, (error: unknown) => (error instanceof AppError ? error.failure.code : Promise.reject(error)))
    codes.add(outcome)
    expect(outcome === 'accepted').toBe(bytes.equals(good))
  })
  await fc.assert(property, { numRuns: 1_500 })
  expect(codes.size).toBeGreaterThan(8)
}, 60_000)
