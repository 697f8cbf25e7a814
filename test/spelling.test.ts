import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unknownAmong } from '../electron/spelling/speller.ts'
import english from '../resources/spelling/words-en.json' with { type: 'json' }
import dutch from '../resources/spelling/words-nl.json' with { type: 'json' }
import { WordList, wordsIn } from '../shared/domain/spelling.ts'
import { answer, at, newInspection, openLaptop, rationaleAt } from './helpers/backend.ts'
import { retest } from './helpers/worked-case.ts'

const RIGHT = 'vertrouwensarts vertrouwensartsen hertoets hertoetsen werktoedeling toetsingskader gedragswetenschapper verbeterpunten ouderenmishandeling kindermishandeling crisisinterventie risicotaxatie-instrument cliëntenpositie dossieronderzoek doorlooptijden samenwerkingsafspraken getriëerd gepseudonimiseerde doelzin'
const WRONG = 'hertoest verwachtigen organistatie onmiddelijk geïnterviewt gebeurdt veiligehid inspektie rapportaage gesprekverslagg'

const misspelt = (text: string, language: 'nl' | 'en' = 'nl') => unknownAmong(language, wordsIn(text).map(({ word }) => word))

test('the words of the field are right, and slips are not', async () => {
  expect(await misspelt(RIGHT)).toEqual([])
  expect(await misspelt(WRONG)).toEqual(WRONG.split(' '))
})

test('British English is spelt too', async () => {
  expect(await misspelt('The organisation’s behaviour was judged; whistleblowers and pseudonymised case-files of Veilig Thuis', 'en')).toEqual([])
  expect(await misspelt('The organization recieved an inspektion', 'en')).toEqual(['organization', 'recieved', 'inspektion'])
  for (const list of [dutch, english]) WordList.parse(list)
})

test('on an English page the texts of the report are English, and what inspectors wrote may be Dutch', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Het team werkt volgens de organistatie van het geheel.')
  await answer(laptop, rationaleAt(inspection, '1.1.2'), 'The team recieved no training.')
  await answer(laptop, at(inspection, 'reportText', 'en/summary', 'text'), 'De samenvatting.')
  const slips = await laptop.api.spelling.check({ inspection, language: 'en' })
  expect(slips.map(({ word }) => word)).toEqual(['samenvatting', 'organistatie', 'recieved'])
  expect(await laptop.api.spelling.suggest({ word: 'recieved', language: 'en' })).toContain('received')
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

const hunspell = spawnSync('hunspell', ['-D'], { input: '' }).error ? null : ['-d', 'nl_NL', '-l']
test.skipIf(hunspell === null)('the words of this program are judged as hunspell itself judges them (skipped: no hunspell on this machine)', async () => {
  const texts = readdirSync('resources/frameworks').map((name) => readFileSync(`resources/frameworks/${name}`, 'utf8')).join('\n')
  const words = [...new Set(wordsIn(texts).map(({ word }) => word))].filter((word) => !dutch.words.includes(word))
  const { stdout } = spawnSync('hunspell', hunspell!, { input: words.join('\n'), encoding: 'utf8' })
  const whole = (await unknownAmong('nl', words)).filter((word) => !word.includes('-'))
  expect(whole).toEqual(stdout.trim().split('\n').filter((word) => !word.includes('-')))
})
