import { useTranslation } from 'react-i18next'
import styles from './file-review.module.css'
import type { File, Reckoning } from './reckoned.ts'

export const ONLY = ['all', 'late', 'doubted', 'open', 'apart'] as const

/** Which files are shown: those with the words, and of those all, or the ones that ask for a look. */
export interface Filter {
  text: string
  only: (typeof ONLY)[number]
}

/** The files that a filter lets through. */
export function shownFiles(files: readonly File[], reckoning: Reckoning, { text, only }: Filter): readonly File[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && only === 'all') return files
  return files.filter((file) => words.every((word) => textOf(file).includes(word)) && KEEPS[only](file, reckoning))
}

const textOf = ({ pseudonym, origin, answers }: File) =>
  `${pseudonym} ${origin && origin.kind !== 'targeted' ? `${origin.stratum} ${origin.unit}` : ''} ${answers.join(' ')}`.toLowerCase()

const KEEPS: Readonly<Record<Filter['only'], (file: File, reckoning: Reckoning) => boolean>> = {
  all: () => true,
  late: (file, reckoning) => [...reckoning.of(file).terms.values()].some(({ state }) => state === 'late'),
  doubted: (file, reckoning) => reckoning.of(file).contradictions.length > 0,
  open: (file, reckoning) => file.answers.some((answer, at) => answer === null && isAsked(file, reckoning, at)),
  apart: ({ origin }) => origin?.kind !== 'sample',
}

const isAsked = (file: File, reckoning: Reckoning, at: number) =>
  reckoning.columns.some((column) => column.kind === 'field' && column.at === at && !reckoning.of(file).irrelevant.has(column.key))

interface Props {
  filter: Filter
  shown: number
  all: number
  onFilter: (filter: Filter) => void
}

export function FileFilter({ filter, shown, all, onFilter }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.filter} role="search">
      <input aria-label={t('fileReview.filter')} placeholder={t('fileReview.filter')} value={filter.text} onChange={({ target }) => onFilter({ ...filter, text: target.value })} />
      <select aria-label={t('fileReview.only.label')} value={filter.only} onChange={({ target }) => onFilter({ ...filter, only: ONLY.find((one) => one === target.value) ?? 'all' })}>
        {ONLY.map((only) => <option key={only} value={only}>{t(`fileReview.only.${only}`)}</option>)}
      </select>
      <span role="status">{shown < all && t('fileReview.shown', { shown, all })}</span>
    </div>
  )
}
