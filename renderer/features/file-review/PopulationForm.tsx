import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sizeOf, type Population } from '../../../shared/domain/sample.ts'
import { api, useOrder } from '../../api.ts'
import { Choices } from '../../ui/Choices.tsx'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './file-review.module.css'

type Read = Awaited<ReturnType<typeof api.fileReview.importList>>

/** What can be drawn from: how many files there are, in strata if need be, or a list of them. */
export function PopulationForm({ inspection, sample, known }: { inspection: string; sample: string; known: boolean }) {
  const { t } = useTranslation()
  const [by, setBy] = useState<'count' | 'list'>('count')
  const [counted, setCounted] = useState('')
  const [listed, setListed] = useState('')
  const [read, setRead] = useState<Read | null>(null)
  const [wrong, setWrong] = useState(false)
  const record = useOrder(api.fileReview.setPopulation)
  const importList = useOrder(api.fileReview.importList)
  const take = (population: Population | null) => {
    setWrong(population === null)
    if (population) record.mutate({ inspection, sample, population })
  }
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (by === 'count') take(countedFrom(counted))
    else importList.mutate({ file: null, text: listed }, { onSuccess: setRead })
  }
  const open = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['csv', 'txt'], many: false, folder: false })
    if (chosen) importList.mutate({ file: chosen.handle, text: null }, { onSuccess: setRead })
  }
  return (
    <form className={styles.population} onSubmit={give}>
      <Choices
        legend={t('fileReview.population.by')}
        value={by}
        options={[
          { value: 'count', label: t('fileReview.population.count'), hint: t('fileReview.population.countHint') },
          { value: 'list', label: t('fileReview.population.list'), hint: t('fileReview.population.listHint') },
        ]}
        onChoose={setBy}
      />
      {by === 'count'
        ? (
          <Labelled label={t('fileReview.population.counts')} hint={t('fileReview.population.countsHint')} refusal={wrong && t('fileReview.population.wrong')}>
            <textarea rows={2} value={counted} onChange={({ target }) => setCounted(target.value)} />
          </Labelled>
        )
        : (
          <Labelled label={t('fileReview.population.pasted')} hint={t('fileReview.population.pastedHint')}>
            <textarea rows={5} value={listed} onChange={({ target }) => setListed(target.value)} />
          </Labelled>
        )}
      <div className={buttons}>
        <button type="submit" disabled={(by === 'count' ? counted : listed).trim() === ''}>{t(by === 'list' ? 'fileReview.population.read' : known ? 'fileReview.population.again' : 'fileReview.population.take')}</button>
        {by === 'list' && <button type="button" onClick={() => void open()}>{t('fileReview.population.open')}</button>}
      </div>
      {by === 'list' && read && (
        <Notice tone={read.refused.length > 0 ? 'warning' : 'note'}>
          <p>{t('fileReview.population.found', { count: read.population ? sizeOf(read.population) : 0 })}</p>
          {read.refused.length > 0 && (
            <ul>{read.refused.slice(0, 8).map(({ line, why }) => <li key={line}>{t('fileReview.population.line', { line })}: {t(`fileReview.population.why.${why}`)}</li>)}</ul>
          )}
          {read.refused.length > 8 && <p>{t('fileReview.population.more', { count: read.refused.length - 8 })}</p>}
          {read.population && <button type="button" onClick={() => take(read.population)}>{t('fileReview.population.use')}</button>}
        </Notice>
      )}
    </form>
  )
}

/** Reads `120`, or a line per stratum such as `Regas 120`. */
function countedFrom(text: string): Population | null {
  const strata = text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [, name, size] = /^\s*(?:(.*\S)[\s:;]+)?(\d{1,5})\s*$/.exec(line) ?? []
    return size === undefined ? null : { name: (name ?? '').replace(/[:;]$/, '').trim(), size: Number(size), units: null }
  })
  const readable = strata.flatMap((stratum) => stratum ?? [])
  return readable.length === strata.length && readable.length > 0 && readable.every(({ size }) => size > 0) ? readable : null
}
