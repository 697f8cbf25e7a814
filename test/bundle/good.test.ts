import { expect, test } from 'vitest'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { readRecords } from '../../electron/features/bundle/records.ts'
import { writeGoodBundle } from '../helpers/bundle.ts'

test('what was handed over is read again, with who signed and who wrote', async () => {
  const { path, trust, people, sealing, sealed } = await writeGoodBundle({ people: 2, evidence: [Buffer.from('foto')] })
  const bundle = await openBundle(path, trust)
  expect(bundle).toMatchObject({ ...sealed, rootChecked: true })
  expect(bundle.signers.map(({ name }) => name).sort()).toEqual(people.map(({ name }) => name).sort())
  expect([...bundle.devices.keys()]).toEqual(people.map(({ device }) => device).sort())
  const records = await readRecords(bundle)
  expect(records.entries).toEqual(sealing.entries)
  expect(records).toMatchObject({ whole: true, organisation: { name: 'Veilig Thuis Voorbeeld' } })
  await bundle.close()
})
