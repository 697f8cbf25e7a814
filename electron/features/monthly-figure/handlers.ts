import type { Edit } from '../../../shared/domain/entity.ts'
import { readSheet, TEMPLATE } from '../../../shared/domain/figure-sheet.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { besideOf, FigureName, figureIdOf, type Figures, fitsFigure, marksOf, TARGETS } from '../../../shared/domain/monthly-figure.ts'
import { appError } from '../../../shared/errors.ts'
import { record } from '../../db/change-log.ts'
import type { Context, Handlers } from '../../context.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { beginningOf } from '../supervision/beginning.ts'
import { listCounts, listFigures, type RecordedFigures } from './repository.ts'
import { cellsOfFile, cellsOfText } from './sheet.ts'

export const monthlyFigure: Handlers<'monthlyFigure'> = {
  list: ({ db }, { organisation }) => {
    getOrganisation(db, organisation)
    const figures = listFigures(db, organisation)
    return {
      figures: figures.map(({ month, system, values, fields }) => ({ month, system, values, fields })),
      marks: marksOf(figures),
      beside: besideOf(figures, listCounts(db, organisation)),
      targets: FigureName.options.flatMap((name) => (TARGETS[name] ? [{ name, ...TARGETS[name] }] : [])),
      template: TEMPLATE,
    }
  },

  preview: (context, { organisation, text }) => previewOf(context, organisation, cellsOfText(text)),

  previewFile: async (context, { organisation, file }) => {
    const { path, name } = context.files.toRead(file)
    return previewOf(context, organisation, await cellsOfFile(path, name))
  },

  take: (context, { organisation, figures }) => {
    const known = knownOf(listFigures(context.db, organisation))
    const edits = figures.flatMap((one) => editsOf(one, known.get(figureIdOf(one))))
    const all = edits.length === 0 ? [] : [...beginningOf(context, organisation), ...edits]
    getOrganisation(context.db, organisation)
    for (const edit of all) assertAllowed(null, { inspection: organisation, ...edit })
    return { ...record(context, organisation, all), written: edits.length }
  },
}

function previewOf({ db }: Context, organisation: string, cells: string[][]) {
  getOrganisation(db, organisation)
  const before = listFigures(db, organisation)
  const known = knownOf(before)
  const { figures, ...rest } = readSheet(cells)
  const after = new Map([...before, ...figures].map((one) => [figureIdOf(one), { ...one, values: { ...known.get(figureIdOf(one))?.values, ...one.values } }]))
  const touched = new Set(figures.map(figureIdOf))
  return {
    ...rest,
    figures: figures.map((one) => ({ ...one, state: stateOf(one, known.get(figureIdOf(one))) })),
    marks: marksOf([...after.values()]).filter((mark) => mark.what === 'missing' || touched.has(figureIdOf(mark))),
  }
}

const knownOf = (figures: readonly RecordedFigures[]) => new Map(figures.map((one) => [one.id, one]))

function stateOf(one: Figures, known: RecordedFigures | undefined): 'new' | 'changed' | 'same' {
  if (!known) return 'new'
  return changedIn(one, known).length > 0 ? 'changed' : 'same'
}

/** The figures that say something else than what is there; what a sheet does not say takes nothing away. */
const changedIn = ({ values }: Figures, known: RecordedFigures | undefined) =>
  FigureName.options.filter((name) => values[name] !== undefined && (known?.fields[name].different || values[name] !== known?.values[name]))

function editsOf(one: Figures, known: RecordedFigures | undefined): Edit[] {
  return changedIn(one, known).map((field) => {
    const value = one.values[field]!
    if (!fitsFigure(field, value)) throw appError('value-invalid', { field: `monthlyFigure.${field}` })
    if (known?.fields[field].different) throw appError('difference-open', {})
    const seen = known?.fields[field].heads.map(({ id }) => id) ?? []
    return { entity: 'monthlyFigure', entityId: figureIdOf(one), field, value, kind: 'set', reason: null, seen }
  })
}
