import { expect, test } from 'vitest'
import { answer, at, carry, frameworkOf, newInspection, openLaptop } from './helpers/backend.ts'

const MEMBER = { name: 'C. Smit', role: 'inspector' as const, inspectorate: 'Inspectie Jeugdzorg' }

test('an inspection begins with what is known of it, each fact in the log', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { summary, fields, team } = await laptop.api.inspection.get({ inspection })
  expect(summary).toMatchObject({ organisation: { name: 'Veilig Thuis Drenthe' }, kind: 'first', status: 'draft', firstDay: '2026-01-05', differences: 0 })
  expect(fields).toMatchObject({ announced: { value: true }, lastDay: { value: null, heads: [] }, earlier: { value: null } })
  expect(team).toMatchObject([{ member: { value: { name: 'A. Bakker', role: 'lead' } } }])
})

test('an inspection of what is not known, one that ends before it begins and a retest of someone else are refused', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const earlier = await newInspection(laptop)
  const framework = await frameworkOf(laptop)
  const [drenthe, other] = ['Drenthe', 'Zeeland'].map((name) => api.organisation.list({}).then((all) => all.find((one) => one.name.includes(name))!.id))
  const good = { organisation: await drenthe!, framework, kind: 'retest' as const, earlier, firstDay: '2026-02-02', lastDay: null, announced: true, team: [] }
  const nobody = '00000000-0000-7000-8000-000000000009'
  for (const [wrong, code] of [
    [{ organisation: nobody }, 'not-found'], [{ framework: 'a'.repeat(64) }, 'not-found'], [{ earlier: nobody }, 'not-found'],
    [{ lastDay: '2026-02-01' }, 'days-reversed'], [{ organisation: await other! }, 'earlier-not-fitting'], [{ kind: 'first' as const }, 'earlier-not-fitting'],
    [{ firstDay: '2026-02-30' }, 'invalid-input'],
  ] as const) await expect(api.inspection.create({ ...good, ...wrong }), code).rejects.toThrow(code)
  expect(await api.inspection.list({})).toHaveLength(1)
  await api.inspection.create(good)
})

test('who is added to the team on two laptops is there once each, and adding wins from taking away', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  const place = at(inspection, 'member', crypto.randomUUID(), 'member')
  const write = (laptop: typeof ours, value: object | null) => answer(laptop, place, value)
  await write(ours, MEMBER)
  carry(ours, theirs, inspection)
  await write(ours, null)
  expect((await ours.api.inspection.get({ inspection })).team).toHaveLength(1)
  await write(theirs, { ...MEMBER, role: 'lead' })
  carry(theirs, ours, inspection)
  expect((await ours.api.inspection.get({ inspection })).team.map(({ member }) => [member.value?.role, member.different])).toEqual([
    ['lead', false], ['lead', false],
  ])
  expect(await ours.api.inspection.list({})).toMatchObject([{ differences: 0 }])
  await write(ours, null)
  expect((await ours.api.inspection.get({ inspection })).team).toHaveLength(1)
})

test('two who describe a member differently do differ', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  const place = at(inspection, 'member', crypto.randomUUID(), 'member')
  await answer(ours, place, MEMBER)
  await answer(theirs, place, { ...MEMBER, role: 'observer' })
  carry(theirs, ours, inspection)
  expect(await ours.api.inspection.differences({ inspection })).toMatchObject([{ entity: 'member', heads: [{}, {}] }].map(({ entity }) => ({ entity })))
})
