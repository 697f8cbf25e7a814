import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FIELD_WORDS, openSpeller } from '../electron/spelling/speller.ts'
import { isKnown, wordsIn } from '../shared/domain/spelling.ts'
import { answer, at, newInspection, openLaptop, rationaleAt } from './helpers/backend.ts'
import { retest } from './helpers/worked-case.ts'

const RIGHT = 'vertrouwensarts vertrouwensartsen hertoets hertoetsen werktoedeling toetsingskader gedragswetenschapper verbeterpunten ouderenmishandeling kindermishandeling crisisinterventie risicotaxatie-instrument cliëntenpositie dossieronderzoek doorlooptijden samenwerkingsafspraken getriëerd gepseudonimiseerde doelzin'
const WRONG = 'hertoest verwachtigen organistatie onmiddelijk geïnterviewt gebeurdt veiligehid inspektie rapportaage gesprekverslagg'

const misspelt = async (text: string) => {
  const { knows } = await openSpeller()
  return wordsIn(text).filter(({ word }) => !isKnown(word, knows)).map(({ word }) => word)
}

test('the words of the field are right, and slips are not', async () => {
  expect(await misspelt(RIGHT)).toEqual([])
  expect(await misspelt(WRONG)).toEqual(WRONG.split(' '))
})

test('the texts of the published case are right but for names', async () => {
  const texts = Object.values(retest.appraisals).flatMap(({ before, now }) => [before!, now!])
  expect(await misspelt([...texts, ...Object.values(retest.rationales)].join('\n'))).toEqual(expect.not.arrayContaining([expect.stringMatching(/^\p{Ll}/u)]))
})

test('figures, references, addresses and abbreviations are no words', () => {
  const text = 'Ad 1.1.2: [DOC3] van 20-05-2016 (D-07), zie www.ggd.nl/x of info@ggd.nl; de GGD\'en, het AMHK en vitamine B12.'
  expect(wordsIn(text).map(({ word }) => word)).toEqual(['Ad', 'van', 'zie', 'of', 'de', 'het', 'en', 'vitamine'])
})

test('every word is found where it stands, and a capital within a sentence may be a name', () => {
  const text = 'Mevrouw Jansen belde. Daarna was het stil.\nHet team van Emmen kwam.'
  for (const { word, start, end } of wordsIn(text)) expect(text.slice(start, end)).toBe(word)
  expect(wordsIn(text).filter(({ mayBeName }) => mayBeName).map(({ word }) => word)).toEqual(['Jansen', 'Emmen'])
})

test('a report tells its slips with their place; what was added here is right from then on', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'De organistatie van Zwitserlot wacht op Kwiebus.')
  await answer(laptop, at(inspection, 'conclusion', inspection, 'text'), 'Veilig Thuis Drenthe hertoest zelf.')
  const found = await api.spelling.check({ inspection })
  expect(found).toEqual([
    { of: 'finding:1.1.1:rationale', start: 3, end: 15, word: 'organistatie', mayBeName: false },
    { of: 'finding:1.1.1:rationale', start: 20, end: 30, word: 'Zwitserlot', mayBeName: true },
    { of: 'finding:1.1.1:rationale', start: 40, end: 47, word: 'Kwiebus', mayBeName: true },
    { of: `conclusion:${inspection}:text`, start: 21, end: 29, word: 'hertoest', mayBeName: false },
  ])
  expect(await api.spelling.suggest({ word: 'organistatie' })).toEqual(['organisatie'])
  await api.spelling.add({ word: 'Kwiebus' })
  await api.spelling.add({ word: 'hertoest' })
  expect((await api.spelling.check({ inspection })).map(({ word }) => word)).toEqual(['organistatie', 'Zwitserlot'])
  expect(await api.spelling.words({})).toEqual(['Kwiebus', 'hertoest'])
  await api.spelling.remove({ word: 'hertoest' })
  expect((await api.spelling.check({ inspection })).map(({ word }) => word)).toEqual(['organistatie', 'Zwitserlot', 'hertoest'])
})

test('reading the dictionary leaves it to the program how it ends', async () => {
  const before = process.listenerCount('uncaughtException')
  await openSpeller()
  expect(process.listenerCount('uncaughtException')).toBe(before)
})

const hunspell = spawnSync('hunspell', ['-D'], { input: '' }).error ? null : ['-d', 'nl_NL', '-l']
test.skipIf(hunspell === null)('the words of this program are judged as hunspell itself judges them (skipped: no hunspell on this machine)', async () => {
  const texts = readdirSync('resources/frameworks').map((name) => readFileSync(`resources/frameworks/${name}`, 'utf8')).join('\n')
  const words = [...new Set(wordsIn(texts).map(({ word }) => word))].filter((word) => !FIELD_WORDS.has(word))
  const { stdout } = spawnSync('hunspell', hunspell!, { input: words.join('\n'), encoding: 'utf8' })
  const { knows } = await openSpeller()
  expect(words.filter((word) => !knows(word))).toEqual(stdout.trim().split('\n'))
})
