import i18next from 'i18next'
import { FigureName } from '../../../shared/domain/monthly-figure.ts'
import type { api } from '../../api.ts'

export type Listed = Awaited<ReturnType<typeof api.monthlyFigure.list>>
export type Month = Listed['figures'][number]
export type Preview = Awaited<ReturnType<typeof api.monthlyFigure.preview>>

/** A figure with at most one decimal, as the language of the screen writes it. */
export const figureOf = (value: number) => new Intl.NumberFormat(i18next.language, { maximumFractionDigits: 1 }).format(value)

/** `mei 2016` */
export const monthOf = (month: string) =>
  new Intl.DateTimeFormat(i18next.language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))

/** The figures that are known of any month, in the order of the schema. */
export const knownNames = (figures: readonly Pick<Month, 'values'>[]): FigureName[] =>
  FigureName.options.filter((name) => figures.some(({ values }) => values[name] !== undefined))
