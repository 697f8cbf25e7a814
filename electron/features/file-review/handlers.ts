import { apartIn } from '../../../shared/domain/holiday.ts'
import { answerIdOf, assertFileAnswer, type Origin, pseudonymsFor, ReadFile } from '../../../shared/domain/case-file.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { fieldOf } from '../../../shared/domain/field.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { readPopulation } from '../../../shared/domain/population-list.ts'
import { commitmentOf, type Drawn, drawOf, nextDrawn } from '../../../shared/domain/sample.ts'
import { sharedLabels } from '../../../shared/domain/source.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import { sha256 } from '../../crypto/hash.ts'
import { seedOf } from '../../crypto/seed.ts'
import { listHeadsOf, record } from '../../db/change-log.ts'
import { readText } from '../../json-file.ts'
import { getHolidays } from '../holiday/repository.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { gridOf } from './grid.ts'
import { writeRecord } from './record.ts'
import { findFile, getReckoning, getRollUp, getRollUpFor, getSample, isApart, listFiles, listSamples } from './repository.ts'
import { shownSample } from './sample.ts'

/** The largest list that is read, in bytes. */
const LARGEST = 2_000_000

export const fileReview: Handlers<'fileReview'> = {
  overview: (context, { inspection }) => {
    const files = listFiles(context.db, inspection)
    const { referenceDate, terms, holidays } = getReckoning(context.db, inspection)
    const years = holidays.used.years.map(({ year }) => year)
    const counted = files.filter(({ dropped }) => dropped === null)
    return {
      framework: getFrameworkOf(context.db, inspection).hash,
      samples: listSamples(context.db, inspection).map((sample) => shownSample(context.keys, sample)),
      referenceDate,
      terms,
      holidays: {
        recorded: holidays.field.value !== null, different: holidays.field.different, first: Math.min(...years), last: Math.max(...years),
        apart: apartIn(holidays.used, getHolidays(context.db)),
      },
      counts: {
        sample: counted.filter((file) => !isApart(file)).length, targeted: counted.filter(isApart).length, dropped: files.length - counted.length,
      },
      shared: sharedLabels(files.map(({ pseudonym }) => pseudonym)),
    }
  },

  useHolidays: (context, { inspection, reason }) => {
    const { different, heads } = getReckoning(context.db, inspection).holidays.field
    const kind = different ? 'settle' : 'set'
    const seen = heads.map(({ id }) => id)
    return write(context, inspection, [{ entity: 'fileReckoning', entityId: inspection, field: 'holidays', value: getHolidays(context.db), kind, reason, seen }])
  },

  commitSeed: (context, { inspection }) => {
    const id = context.newId()
    const commitment = commitmentOf(sha256, seedOf(context.keys, id))
    return { id, commitment, ...write(context, inspection, [{ ...WRITTEN, entity: 'sample', entityId: id, field: 'commitment', value: commitment }]) }
  },

  importList: async ({ files }, { file, text }) => readPopulation(file === null ? text ?? '' : await readText(files.toRead(file).path, LARGEST)),

  setPopulation: (context, { inspection, sample: entityId, population }) => {
    const { commitment, population: before, seed } = getSample(context.db, inspection, entityId)
    if (commitment.value === null || seed.heads.length > 0) throw appError('sample-step', {})
    const seen = before.heads.map(({ id }) => id)
    return write(context, inspection, [{ ...WRITTEN, entity: 'sample', entityId, field: 'population', value: population, seen }])
  },

  draw: (context, { inspection, sample, take }) => {
    const { commitment, population, seed: known } = getSample(context.db, inspection, sample)
    if (commitment.value === null || population.value === null || known.heads.length > 0) throw appError('sample-step', {})
    const seed = seedOf(context.keys, sample)
    if (commitmentOf(sha256, seed) !== commitment.value) throw appError('seed-elsewhere', {})
    const drawn = drawOf(sha256, { population: population.value, take, seed })
    const pseudonyms = pseudonymsFor(drawn.map(({ unit }) => unit), pseudonymsIn(context, inspection))
    const ofSample = { ...WRITTEN, entity: 'sample', entityId: sample } as const
    return {
      drawn: drawn.length,
      ...write(context, inspection, [
        { ...ofSample, field: 'take', value: take },
        { ...ofSample, field: 'seed', value: seed },
        ...drawn.flatMap((one, index) => fileEdits(context.newId(), pseudonyms[index]!, { kind: 'sample', sample, ...one })),
      ]),
    }
  },

  replace: (context, { inspection, file, reason }) => {
    const left = findFile(context.db, inspection, file)
    if (!left || left.origin === null || left.origin.kind === 'targeted') throw appError('not-found', { what: 'case file', id: file })
    if (left.dropped !== null) throw appError('sample-step', {})
    const { sample, stratum } = left.origin
    const next = nextOf(context, inspection, sample, stratum)
    const id = context.newId()
    const [pseudonym] = pseudonymsFor([next.unit], pseudonymsIn(context, inspection)) as [string]
    return {
      id, pseudonym, unit: next.unit,
      ...write(context, inspection, [
        { ...WRITTEN, entity: 'caseFile', entityId: file, field: 'dropped', value: reason },
        ...fileEdits(id, pseudonym, { kind: 'replacement', sample, ...next, replaces: file, reason }),
      ]),
    }
  },

  addTargeted: (context, { inspection, pseudonym: own, reason }) => {
    const taken = pseudonymsIn(context, inspection)
    if (own !== null && (taken.includes(own) || !ReadFile.shape.pseudonym.safeParse(own).success)) throw appError('value-invalid', { field: 'pseudonym' })
    const [id, pseudonym] = [context.newId(), own ?? pseudonymsFor([''], taken)[0]!]
    return { id, pseudonym, ...write(context, inspection, fileEdits(id, pseudonym, { kind: 'targeted', reason })) }
  },

  grid: ({ db }, { inspection }) => gridOf(db, inspection),

  enter: (context, { inspection, cells }) => {
    const { framework } = getFrameworkOf(context.db, inspection)
    for (const file of new Set(cells.map(({ file }) => file))) {
      if (!findFile(context.db, inspection, file)) throw appError('not-found', { what: 'case file', id: file })
    }
    for (const { field, value } of cells) assertFileAnswer(framework, field, value)
    const edits = cells.flatMap((cell) => cellEdit(context, inspection, cell) ?? [])
    return { entered: edits.length, ...record(context, inspection, edits) }
  },

  rollUp: (context, { inspection, expectation }) => {
    const { hash } = getFrameworkOf(context.db, inspection)
    if (expectation === null) {
      const whole = getRollUp(context.db, inspection)
      return whole && { framework: hash, ...whole, against: [] }
    }
    const part = getRollUpFor(context.db, inspection, expectation)
    return part && { framework: hash, ...part }
  },

  writeDrawRecord: async (context, { inspection, sample, format, file }) =>
    ({ size: writeRecord(context.db, inspection, sample, format, context.files.toWrite(file).path) }),
}

const WRITTEN = { kind: 'set', reason: null, seen: [] } as const

function write(context: Context, inspection: string, edits: readonly Edit[]): { savedAt: string } {
  const { framework } = getFrameworkOf(context.db, inspection)
  for (const edit of edits) assertAllowed(framework, { inspection, ...edit })
  return record(context, inspection, edits)
}

const fileEdits = (entityId: string, pseudonym: string, origin: Origin): Edit[] => [
  { ...WRITTEN, entity: 'caseFile', entityId, field: 'pseudonym', value: pseudonym },
  { ...WRITTEN, entity: 'caseFile', entityId, field: 'origin', value: origin },
]

const pseudonymsIn = ({ db }: Context, inspection: string) => listFiles(db, inspection).map(({ pseudonym }) => pseudonym)

/** The next file of a stratum that was neither drawn nor came in for another. */
function nextOf({ db }: Context, inspection: string, sample: string, stratum: string): Drawn {
  const { population, seed } = getSample(db, inspection, sample)
  if (population.value === null || seed.value === null) throw appError('sample-step', {})
  const used = new Set(listFiles(db, inspection).flatMap(({ origin }) =>
    (origin && origin.kind !== 'targeted' && origin.sample === sample && origin.stratum === stratum ? [origin.unit] : [])))
  return nextDrawn(sha256, { population: population.value, seed: seed.value }, stratum, (unit) => used.has(unit))
}

type Cell = Parameters<Handlers<'fileReview'>['enter']>[1]['cells'][number]

/** What a cell comes to: nothing when it says so already; refused while answers in it differ. Its author saw the answers that stood there. */
function cellEdit({ db }: Context, inspection: string, { file, field, value, before }: Cell): Edit | null {
  const place = { inspection, entity: 'answer', entityId: answerIdOf(file, field), field: 'value' } as const
  const { heads, ...now } = fieldOf(listHeadsOf(db, place))
  if (now.different) throw appError('difference-open', {})
  if (heads.length > 0 && !heads.some(({ erased }) => erased) && now.value === value) return null
  if (heads.length === 0 && value === null) return null
  const seen = heads.filter((head) => head.value === before).map(({ id }) => id)
  return { ...WRITTEN, entity: 'answer', entityId: place.entityId, field: 'value', value, seen }
}
