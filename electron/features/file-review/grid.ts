import { answerIdOf, fileFieldsOf, placeInFile } from '../../../shared/domain/case-file.ts'
import type { Db } from '../../db/open.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { getReckoning, listFiles, readAnswers } from './repository.ts'

/** All files with all their answers: one answer to the screen, which reckons itself from then on. */
export function gridOf(db: Db, inspection: string) {
  const { hash, framework } = getFrameworkOf(db, inspection)
  const { referenceDate, holidays, terms } = getReckoning(db, inspection)
  const fields = fileFieldsOf(framework)
  const read = readAnswers(db, inspection)
  const marks = [...read].flatMap(([answerId, { different, erased, noted }]) => {
    const [file, field] = placeInFile(answerId)
    return different || erased || noted ? [{ file, field, different, erased, noted }] : []
  })
  return {
    framework: hash,
    referenceDate: referenceDate.used,
    bases: Object.fromEntries(terms.map(({ id, basis }) => [id, basis.used])),
    holidays: holidays.used,
    files: listFiles(db, inspection).map((file) => ({
      ...file, answers: fields.map(({ id }) => read.get(answerIdOf(file.id, id))?.value ?? null),
    })),
    marks,
  }
}
