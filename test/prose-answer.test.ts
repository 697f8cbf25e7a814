import { expect, test } from 'vitest'
import { answer, at, carry, lookAt, newInspection, openLaptop, rate } from './helpers/backend.ts'

test('that a sentence is right is kept with who said so, travels, and is asked anew once the sentence or its data change', async () => {
  const [laptop, colleague] = [await openLaptop(), await openLaptop('B. Visser')]
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const place = at(inspection, 'conclusion', inspection, 'text')
  const rightOn = async ({ api } = laptop) => (await api.report.prose({ inspection })).map(({ right }) => right?.by ?? null)
  await rate(laptop, inspection, '1.1.2', '-')
  await answer(laptop, place, 'Zij voldoet aan verwachting 1.1.2. Het is stil.')
  const [hit] = await api.report.prose({ inspection })
  const asked = { inspection, of: hit!.of, kind: hit!.kind, start: hit!.start }
  expect(await rightOn()).toEqual([null])

  await api.report.answerProse({ ...asked, right: true })
  expect(await rightOn()).toEqual(['A. Bakker'])
  carry(laptop, colleague, inspection)
  expect(await rightOn(colleague)).toEqual(['A. Bakker'])
  const { seen } = await lookAt(laptop, place)
  await answer(laptop, place, 'Zij voldoet aan verwachting 1.1.2. Het is niet meer stil.')
  expect(await rightOn()).toEqual(['A. Bakker'])
  await rate(laptop, inspection, '1.1.2', 'nvt', 'Het komt er niet voor.')
  expect(await rightOn()).toEqual([null])
  await rate(laptop, inspection, '1.1.2', '-')
  expect(await rightOn()).toEqual(['A. Bakker'])
  await answer(laptop, place, 'Zij voldoet nu ook aan verwachting 1.1.2.')
  expect(await rightOn()).toEqual([null])
  await answer(laptop, place, 'Zij voldoet aan verwachting 1.1.2. Het is stil.')
  expect(await rightOn()).toEqual(['A. Bakker'])

  await api.report.answerProse({ ...asked, right: false })
  expect(await rightOn()).toEqual([null])
  await api.report.answerProse({ ...asked, right: true })
  expect(await rightOn()).toEqual(['A. Bakker'])
  await expect(api.report.answerProse({ ...asked, start: 1, right: true })).rejects.toThrow('not-found')
  await expect(answer(laptop, at(inspection, 'proseAnswer', 'a'.repeat(64), 'right'), seen[0]!)).rejects.toThrow('written-by-program')
})

test('an answer lapses with the text in which it was given', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const place = at(inspection, 'conclusion', inspection, 'text')
  await rate(laptop, inspection, '1.1.2', '-')
  await answer(laptop, place, 'Zij voldoet aan verwachting 1.1.2. Mevrouw Jansen vond dat ook.')
  const [hit] = await api.report.prose({ inspection })
  await api.report.answerProse({ inspection, of: hit!.of, kind: hit!.kind, start: hit!.start, right: true })
  const { seen } = await lookAt(laptop, place)
  await answer(laptop, place, 'Zij voldoet aan verwachting 1.1.2.')
  await api.field.erase({ change: seen[0]!, reason: 'Een naam.' })
  expect((await api.report.prose({ inspection })).map(({ right }) => right)).toEqual([null])
})
