import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { DrawForm } from './DrawForm.tsx'
import styles from './file-review.module.css'
import { PopulationForm } from './PopulationForm.tsx'

type Shown = Awaited<ReturnType<typeof api.fileReview.overview>>['samples'][number]

/** The draws, each in three steps: the seed is fixed, the population becomes known, the files are drawn. */
export function SamplePanel({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { samples, shared } = useAnswer(api.fileReview.overview, { inspection })
  const commit = useOrder(api.fileReview.commitSeed)
  const begin = <button type="button" data-main={samples.length === 0 || undefined} onClick={() => commit.mutate({ inspection })}>{t('fileReview.sample.begin')}</button>
  return (
    <div className={styles.samples}>
      {samples.length === 0 && <Empty sentence={t('fileReview.sample.empty')}>{begin}</Empty>}
      {samples.map((sample) => <Draw key={sample.id} inspection={inspection} sample={sample} />)}
      {shared.length > 0 && <Notice tone="warning"><p>{t('fileReview.shared', { pseudonyms: shared.join(', ') })}</p></Notice>}
      {samples.length > 0 && samples.every(({ stage }) => stage === 'drawn') && <details><summary>{t('fileReview.sample.another')}</summary>{begin}</details>}
    </div>
  )
}

function Draw({ inspection, sample }: { inspection: string; sample: Shown }) {
  const { t } = useTranslation()
  const { id, stage, commitment, committedAt, population, here } = sample
  return (
    <section className={styles.sample} aria-label={t('fileReview.sample.title')}>
      <ol className={styles.steps}>
        <li data-done>
          <strong>{t('fileReview.sample.committed')}</strong>
          {committedAt && <small>{momentOf(committedAt)}</small>}
          <p className={styles.soft}>{t('fileReview.sample.commitmentExplain')}</p>
          <code>{commitment}</code>
        </li>
        <li data-done={stage !== 'committed' || undefined}>
          <strong>{t('fileReview.sample.population')}</strong>
          {population && (
            <>
              <p>{t('fileReview.sample.populationOf', { count: population.size })}{population.strata.length > 1 && `: ${population.strata.map(({ name, size }) => `${name} ${size}`).join(', ')}`}</p>
              <code>{population.sha256}</code>
            </>
          )}
          {stage === 'committed' && <PopulationForm inspection={inspection} sample={id} known={false} />}
          {stage === 'listed' && <details><summary>{t('fileReview.population.again')}</summary><PopulationForm inspection={inspection} sample={id} known /></details>}
        </li>
        <li data-done={stage === 'drawn' || undefined}>
          <strong>{t('fileReview.sample.draw')}</strong>
          {stage === 'listed' && (here ? <DrawForm inspection={inspection} sample={id} strata={population!.strata} /> : <Notice tone="note"><p>{t('fileReview.sample.elsewhere')}</p></Notice>)}
          {stage === 'drawn' && <Drawn inspection={inspection} sample={sample} />}
        </li>
      </ol>
    </section>
  )
}

function Drawn({ inspection, sample: { id, seed, take } }: { inspection: string; sample: Shown }) {
  const { t } = useTranslation()
  const write = useOrder(written(api.fileReview.writeDrawRecord))
  const save = async (format: 'json' | 'html') => {
    const file = await window.bridge.save(`${t('fileReview.sample.fileName')}-${id.slice(-8)}.${format}`)
    if (file !== null) write.mutate({ inspection, sample: id, format, file })
  }
  return (
    <>
      <p>{t('fileReview.sample.drawnOf', { count: (take ?? []).reduce((sum, many) => sum + many, 0) })} {t('fileReview.sample.seed')}</p>
      <code>{seed}</code>
      <div className={buttons}>
        <button type="button" onClick={() => void save('html')}>{t('fileReview.sample.print')}</button>
        <button type="button" onClick={() => void save('json')}>{t('fileReview.sample.record')}</button>
      </div>
    </>
  )
}
