import { existsSync } from 'node:fs'
import { EvidenceFile } from '../../../shared/domain/evidence.ts'
import { readingOf } from '../../../shared/domain/field.ts'
import { listAnswers } from '../../db/change-log.ts'
import type { Context, Handlers } from '../../context.ts'
import { compareLabels } from '../document/repository.ts'
import { listFiles } from './repository.ts'
import { pathOf } from './store.ts'

type Listed = ReturnType<Handlers<'evidence'>['list']>[number]
type Reading = ReturnType<typeof readingOf>

/** All evidence that was not erased; of a thousand photos no more is read than what the screen shows. */
export function listEvidence({ db, path }: Pick<Context, 'db' | 'path'>, inspection: string): Listed[] {
  const byId = Map.groupBy(listAnswers(db, inspection, 'evidence'), ({ entityId }) => entityId)
  const here = new Map(listFiles(db, inspection).filter(({ file }) => existsSync(pathOf({ path }, file))).map(({ sha256, type, size }) => [sha256, { type, size }]))
  const links = countLinks(db, inspection)
  const all = [...byId].flatMap(([id, answers]) => {
    const fields = new Map([...Map.groupBy(answers, ({ field }) => field)].map(([field, heads]) => [field, readingOf(heads.map(({ value }) => value))]))
    const file = EvidenceFile.safeParse(fields.get('file')?.value).data
    return file ? [{ id, fields, file }] : []
  })
  const [byLabel, byHash] = [Map.groupBy(all, ({ fields }) => textOf(fields.get('label'))), Map.groupBy(all, ({ file }) => file.sha256)]
  return all.map(({ id, fields, file }): Listed => {
    const label = textOf(fields.get('label'))
    const twin = byHash.get(file.sha256)!.find((other) => other.id !== id)
    const seen = here.get(file.sha256)
    return {
      id, label, caption: textOf(fields.get('caption')), type: seen?.type ?? file.type, size: seen?.size ?? file.size,
      rotation: Number(fields.get('rotation')?.value ?? 0), takenAt: textOf(fields.get('takenAt')), derivedFrom: textOf(fields.get('derivedFrom')),
      scanOf: textOf(fields.get('scanOf')),
      links: links.get(id) ?? 0, here: seen !== undefined, different: [...fields.values()].some(({ different }) => different),
      twin: twin ? textOf(twin.fields.get('label')) : null, shared: label !== null && byLabel.get(label)!.length > 1,
    }
  }).sort((a, b) => compareLabels(a.label, b.label))
}

const textOf = (reading: Reading | undefined) => (typeof reading?.value === 'string' ? reading.value : null)

/** By the id of a source, how many expectations it speaks to. */
function countLinks(db: Context['db'], inspection: string): Map<string, number> {
  const linked = listAnswers(db, inspection, 'link').filter(({ field, value }) => field === 'linked' && value === true)
  const sources = new Set(linked.map(({ entityId }) => entityId))
  return new Map([...Map.groupBy(sources, (id) => id.split('/')[0]!)].map(([source, of]) => [source, of.length]))
}
