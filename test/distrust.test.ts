import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readKeyringFile } from '../electron/crypto/keyring-file.ts'
import { getRoot, listKnownRoots, saveRoot } from '../electron/features/enrolment/repository.ts'
import { type Laptop, newInspection, openTestFolder } from './helpers/backend.ts'
import { enrol, exchange, openEnrolled, openOffice, ROOT_PASSPHRASE } from './helpers/office.ts'

const NEXT = 'de tweede wortel ligt in een andere kluis'
const REASON = 'De kluis is opengebroken.'
const fileIn = (name: string) => join(openTestFolder(), name)
const stateOf = async ({ api }: Laptop, file: string) => {
  const [arrival] = await api.bundle.import({ files: [file] })
  return arrival!.failure?.code ?? arrival!.state
}
const rootsOf = ({ api }: Laptop) => api.enrolment.roots({})
const distrust = async (laptop: Laptop, since: string | null = null, which = 0) => {
  const { id, words } = (await rootsOf(laptop))[which]!
  return laptop.api.enrolment.distrust({ root: id, rootWords: words, since, reason: REASON })
}

test('a stolen root is trusted no longer: nothing more comes in under it, what had come in stays, and access is asked for anew', async () => {
  const office = await openOffice()
  const [laptop, colleague] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(laptop)
  const before = await exchange(laptop, inspection)
  expect(await stateOf(colleague, before)).toBe('new')
  const unseen = await exchange(laptop, await newInspection(laptop))
  const { id, words } = (await rootsOf(colleague))[0]!
  await expect(colleague.api.enrolment.distrust({ root: id, rootWords: words.toReversed(), since: null, reason: REASON })).rejects.toThrow('words-differ')
  await expect(distrust(office)).rejects.toThrow('root-in-use')

  expect(await distrust(colleague)).toMatchObject({ ended: ['Landelijk toezicht jeugd'], later: [] })
  expect((await rootsOf(colleague))[0]).toMatchObject({ outOfDate: false, distrusted: { by: 'B. Visser', reason: REASON } })
  expect(readKeyringFile(colleague.context().path).escrow).toEqual([])
  expect((await colleague.api.enrolment.status({})).pass).toBeNull()
  await expect(exchange(colleague, inspection)).rejects.toThrow('not-enrolled')
  await expect(distrust(colleague)).rejects.toThrow('root-distrusted')
  await expect(enrol(colleague, office)).rejects.toThrow('root-distrusted') // its six words are the same, and yet
  const pem = fileIn('root.pem')
  await office.api.enrolment.exportRoot({ file: pem })
  await expect(colleague.api.enrolment.readRoot({ file: pem })).rejects.toThrow('root-distrusted')

  const { rootWords } = await office.api.enrolment.rollOver({ rootPassphrase: null, name: 'Landelijk toezicht jeugd', nextPassphrase: NEXT })
  await distrust(office, null, (await rootsOf(office)).findIndex((one) => one.words.join() !== rootWords.join()))
  const [request, pass] = [fileIn('a.veldrequest'), fileIn('a.veldpass')]
  const asked = await colleague.api.enrolment.request({ file: request })
  await office.api.enrolment.grant({ request, words: asked.words, rootPassphrase: NEXT, file: pass })
  expect(await colleague.api.enrolment.readPass({ file: pass })).toMatchObject({ pinned: false, vouchedBy: null, rootWords })
  await colleague.api.enrolment.acceptPass({ file: pass, rootWords })
  expect([await stateOf(colleague, before), await stateOf(colleague, unseen)]).toEqual(['known', 'root-distrusted'])
  expect([await stateOf(office, before), await stateOf(office, await exchange(colleague, inspection))]).toEqual(['root-distrusted', 'root-distrusted'])
  expect((await rootsOf(colleague)).filter(({ distrusted }) => distrusted)).toHaveLength(1) // the pass did not bring it back
})

test('what came in since the theft no longer counts, and is named; what was pinned on the word of the thief falls too', async () => {
  const [office, thief] = [await openOffice(), await openOffice()]
  const [laptop, colleague] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const early = await exchange(laptop, await newInspection(laptop))
  await stateOf(colleague, early)
  const stolen = colleague.host.now()
  for (const one of [laptop, colleague]) one.pass(1)
  const late = await exchange(laptop, await newInspection(laptop))
  expect(await stateOf(colleague, late)).toBe('new')
  const [root, forged] = [(await rootsOf(colleague))[0]!, getRoot(thief.db(), (await rootsOf(thief))[0]!.id)!]
  saveRoot(colleague.db(), { ...forged, vouched: { by: root.id, signature: `${'A'.repeat(86)}==` }, acceptedAt: colleague.host.now() })

  const { ended, later } = await colleague.api.enrolment.distrust({ root: root.id, rootWords: root.words, since: stolen, reason: REASON })
  expect([ended.length, later.length]).toEqual([2, 1])
  expect(listKnownRoots(colleague.db()).every(({ distrusted }) => distrusted?.since === stolen)).toBe(true)
  await openTrustIn(colleague)
  expect([await stateOf(colleague, early), await stateOf(colleague, late)]).toEqual(['known', 'root-distrusted'])
})

/** Some other office is trusted, as otherwise nothing is read at all. */
async function openTrustIn(laptop: Laptop) {
  const file = fileIn('root.pem')
  const { rootWords } = await (await openOffice()).api.enrolment.exportRoot({ file })
  await laptop.api.enrolment.acceptRoot({ file, rootWords }).catch(() => undefined)
}

test('no step over a root that is trusted no longer leads to a next one', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  await office.api.enrolment.rollOver({ rootPassphrase: ROOT_PASSPHRASE, name: 'Landelijk toezicht jeugd', nextPassphrase: NEXT })
  const second = fileIn('twee.veldroot')
  const { rootWords } = await office.api.enrolment.exportRoots({ file: second })
  await laptop.api.enrolment.acceptRoot({ file: second, rootWords })
  await distrust(laptop, null, (await rootsOf(laptop)).findIndex(({ words }) => words.join() === rootWords.join()))
  await office.api.enrolment.rollOver({ rootPassphrase: NEXT, name: 'Landelijk toezicht jeugd', nextPassphrase: 'de derde wortel is weer een andere' })
  const third = fileIn('drie.veldroot')
  await office.api.enrolment.exportRoots({ file: third })
  expect(await laptop.api.enrolment.readRoot({ file: third })).toMatchObject({ vouchedBy: null })
})

test('an older pass neither takes the place of a newer one nor lowers what the office asks', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const renewed = async () => {
    const file = fileIn('pas.veldpass')
    await office.api.enrolment.renewPass({ kid: (await laptop.api.enrolment.status({})).kid!, rootPassphrase: ROOT_PASSPHRASE, file })
    return file
  }
  const older = await renewed()
  for (const one of [office, laptop]) one.pass(1)
  await office.api.enrolment.setPolicy({ signers: 2 })
  const newer = await renewed()
  const rootWords = (await rootsOf(laptop))[0]!.words
  await laptop.api.enrolment.acceptPass({ file: newer, rootWords })
  const signers = async () => (await laptop.api.enrolment.status({})).pass?.signers
  expect(await signers()).toBe(2)
  await expect(laptop.api.enrolment.readPass({ file: older })).rejects.toThrow('pass-older')
  await expect(laptop.api.enrolment.acceptPass({ file: older, rootWords })).rejects.toThrow('pass-older')
  await laptop.api.enrolment.acceptPass({ file: newer, rootWords }) // twice is once

  laptop.db().prepare('DELETE FROM pass').run() // as for someone else of this laptop, who was let in before
  await laptop.api.enrolment.acceptPass({ file: older, rootWords })
  expect(await signers()).toBe(2)
})
