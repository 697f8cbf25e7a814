import { basename } from 'node:path'
import { DrawRecord, drawFaultOf, isInOrder } from '../../shared/domain/draw-record.ts'
import { readCanonicalFile } from '../crypto/canonical-file.ts'
import { sha256 } from '../crypto/hash.ts'
import { readText } from '../json-file.ts'
import type { Answer, Call, Commands } from './command.ts'
import type { Sentence } from './sentence.ts'

/** The largest record that is read, in bytes: what `readCanonicalFile` takes. */
const LARGEST = 1024 * 1024

/** What is done with draws of files. */
export const sampleCommands: Commands = {
  'sample verify': {
    form: 'RECORD', opens: false, run: verifySample,
    about: { nl: 'trekt dossiers na uit het bestand van een trekking; vraagt geen werkruimte', en: 'draws files again from the record of a draw; needs no workspace' },
  },
}

async function verifySample({ args: [path = ''], language }: Call): Promise<Answer> {
  const member = basename(path)
  const record = readCanonicalFile(await readText(path, LARGEST), { member, type: 'veldtoets/draw/1', schema: DrawRecord, typeOf: ({ format }) => format })
  const fault = drawFaultOf(sha256, record)
  const { population, drawn, replacements, targeted, commitment } = record
  const counts = { population: population.size, drawn: drawn.length, replacements: replacements.length, targeted: targeted.length }
  const inOrder = isInOrder(record)
  return {
    good: fault === null,
    json: { file: member, verified: fault === null, fault, commitment, inOrder, ...counts },
    lines: [`${member}  ${OUTCOME[fault ?? 'verified'][language]}`, ...(inOrder ? [] : [CLOCK[language]])],
  }
}

const OUTCOME: Readonly<Record<NonNullable<ReturnType<typeof drawFaultOf>> | 'verified', Sentence>> = {
  verified: { nl: 'klopt: de trekking komt hier ook uit', en: 'holds: the draw comes out the same' },
  commitment: { nl: 'KLOPT NIET: het trekkingsgetal is niet het getal dat vooraf is vastgelegd', en: 'DOES NOT HOLD: the seed is not the one that was fixed beforehand' },
  population: { nl: 'KLOPT NIET: de populatie heeft een andere vingerafdruk of grootte', en: 'DOES NOT HOLD: the population has another fingerprint or size' },
  allocation: { nl: 'KLOPT NIET: de verdeling over de lagen', en: 'DOES NOT HOLD: how the files are divided over the strata' },
  draw: { nl: 'KLOPT NIET: uit dit trekkingsgetal komen andere dossiers', en: 'DOES NOT HOLD: this seed draws other files' },
  replacement: { nl: 'KLOPT NIET: een vervanging is niet de volgende van haar laag', en: 'DOES NOT HOLD: a replacement is not the next of its stratum' },
}
const CLOCK: Sentence = {
  nl: 'Let op: de tijden volgen niet op elkaar. De log van de inspectie bewaart de volgorde zelf.',
  en: 'Note: the times do not follow on each other. The log of the inspection keeps the order itself.',
}
