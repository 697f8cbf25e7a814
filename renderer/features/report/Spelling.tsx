import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, asking, useOrder } from '../../api.ts'
import styles from './report.module.css'
import type { Checks } from './use-checks.ts'

/** Words that no list has, each once; what may be meant is only told when asked, and never for what may be a name. */
export function Spelling({ slips, ...how }: { slips: Slips; language: ReportLanguage; onShow: Show }) {
  return <>{[...Map.groupBy(slips, ({ word }) => word)].map(([word, places]) => <Slip key={word} word={word} places={places} {...how} />)}</>
}

type Slips = NonNullable<Checks['spelling']>
type Show = (mark: string, of: string) => void

function Slip({ word, places, language, onShow }: { word: string; places: Slips; language: ReportLanguage; onShow: Show }) {
  const { t } = useTranslation()
  const add = useOrder(api.spelling.add)
  const [asked, setAsked] = useState(false)
  const [next, setNext] = useState(0)
  const mayBeName = places.some((place) => place.mayBeName)
  const show = () => {
    const { mark, of } = places[next % places.length]!
    onShow(mark, of)
    setNext(next + 1)
  }
  return (
    <li>
      <button type="button" data-quiet onClick={show}>{word}{places.length > 1 && ` (${places.length})`}{mayBeName && <><br /><small>{t('report.mayBeName')}</small></>}</button>
      <span className={styles.slip}>
        {!mayBeName && <button type="button" data-quiet aria-expanded={asked} onClick={() => setAsked(!asked)} aria-label={t('report.suggestFor', { word })}>{t('report.suggest')}</button>}
        <button type="button" data-quiet disabled={add.isPending} onClick={() => add.mutate({ word })} aria-label={t('report.addWordNamed', { word })}>{t('report.addWord')}</button>
      </span>
      {asked && <Suggestions word={word} language={language} />}
    </li>
  )
}

function Suggestions(of: { word: string; language: ReportLanguage }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...asking(api.spelling.suggest, of), staleTime: Infinity })
  return <p role="status" className={styles.suggestions}>{data === undefined ? t('report.looking') : data.length === 0 ? t('report.noSuggestion') : data.join(' · ')}</p>
}

/** The words that were added here, each to take away again. */
export function OwnWords({ words }: { words: readonly string[] }) {
  const { t } = useTranslation()
  const remove = useOrder(api.spelling.remove)
  return (
    <>
      {words.map((word) => (
        <li key={word}>
          <span className={styles.ways}>
            {word}
            <button type="button" data-quiet disabled={remove.isPending} onClick={() => remove.mutate({ word })} aria-label={t('report.dropWordNamed', { word })}>{t('report.dropWord')}</button>
          </span>
        </li>
      ))}
    </>
  )
}
