import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allocationOf } from '../../../shared/domain/sample.ts'
import { api, useOrder } from '../../api.ts'
import { Labelled, row } from '../../ui/Labelled.tsx'
import styles from './file-review.module.css'

interface Props {
  inspection: string
  sample: string
  strata: readonly { name: string; size: number }[]
}

const USUAL = 30

/** How many files to draw, divided over the strata by their size unless someone chooses otherwise. */
export function DrawForm({ inspection, sample, strata }: Props) {
  const { t } = useTranslation()
  const sizes = strata.map(({ size }) => size)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const [asked, setAsked] = useState(String(Math.min(USUAL, total)))
  const [chosen, setChosen] = useState<readonly (number | null)[]>([])
  const draw = useOrder(api.fileReview.draw)
  const take = allocationOf(Number(asked) || 0, sizes).map((many, index) => chosen[index] ?? many)
  const give = (event: FormEvent) => {
    event.preventDefault()
    draw.mutate({ inspection, sample, take })
  }
  return (
    <form className={styles.population} onSubmit={give}>
      <div className={row}>
        <Labelled label={t('fileReview.sample.size')} hint={t('fileReview.sample.sizeHint', { total })}>
          <input inputMode="numeric" value={asked} onChange={({ target }) => { setAsked(target.value.replace(/\D/g, '')); setChosen([]) }} />
        </Labelled>
        {strata.length > 1 && strata.map(({ name, size }, index) => (
          <Labelled key={name} label={name} hint={t('fileReview.sample.ofStratum', { size })}>
            <input
              inputMode="numeric"
              value={take[index]}
              onChange={({ target }) => setChosen(strata.map((_, at) => (at === index ? Math.min(size, Number(target.value.replace(/\D/g, ''))) : take[at]!)))}
            />
          </Labelled>
        ))}
      </div>
      <button type="submit" disabled={draw.isPending || take.every((many) => many === 0)}>{t('fileReview.sample.drawNow', { count: take.reduce((sum, many) => sum + many, 0) })}</button>
    </form>
  )
}
