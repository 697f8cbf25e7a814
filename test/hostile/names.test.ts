import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Person } from '../../shared/domain/person.ts'
import { openLaptop, openTestFolder } from '../helpers/backend.ts'
import { openEnrolled, openOffice, ROOT_PASSPHRASE } from '../helpers/office.ts'

const nameOf = (name: string) => Person.safeParse({ id: '0198c0de-0000-7000-8000-000000000001', name, inspectorate: '' }).success

test.each([
  'A. Bakker', 'Chloë van der Meer-’t Hooft', 'Zoë\u0308', 'Ĳsbrand de Vries', 'Ł. Żółć', 'M. Şahin', 'inspecteur 2 (waarnemend)', 'Jansen & Öztürk', 'T. Nguyễn',
])('%s is a name', (name) => {
  expect(nameOf(name)).toBe(true)
})

test.each([
  ['a Cyrillic A', '\u0410. Bakker'], ['a Greek nu', 'B. \u03bdisser'], ['a zero width space', 'A. Bak\u200bker'], ['text turned around', '\u202eA. Bakker'], ['a soft hyphen', 'A. Bak\u00adker'],
  ['a letter that is not seen', 'A. Bakker\u3164'], ['an empty pattern of dots', 'A.\u2800Bakker'], ['wide letters', '\uff21. Bakker'], ['mathematical letters', '\u{1d400}. Bakker'],
  ['a line end', 'A. Bakker\nGOED'], ['a cursor that moves', 'A. Bakker\u001b[2K'], ['a variation', 'A. Bakker\ufe0f'], ['half a character', 'A. Bakker\ud800'], ['spaces', '  '],
])('%s in a name under a signature is refused', (_what, name) => {
  expect(nameOf(name)).toBe(false)
})

test('the office is told that someone else asks under the name of whom it gave access', async () => {
  const office = await openOffice()
  await openEnrolled(office, 'A. Bakker')
  const asked = async (name: string) => {
    const [laptop, file] = [await openLaptop(name), join(openTestFolder(), 'a.veldrequest')]
    await laptop.api.enrolment.request({ file })
    return { file, laptop, read: await office.api.enrolment.readRequest({ file }) }
  }
  const twin = await asked('a  bakker')
  expect([twin.read, (await asked('A. Bakkers')).read]).toMatchObject([{ known: false, namesake: 'A. Bakker' }, { namesake: null }])
  await office.api.enrolment.grant({ request: twin.file, words: twin.read.words, rootPassphrase: ROOT_PASSPHRASE, file: join(openTestFolder(), 'a.veldpass') })
  expect(await office.api.enrolment.readRequest({ file: twin.file })).toMatchObject({ known: true, namesake: 'A. Bakker' })
})
