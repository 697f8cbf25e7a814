import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Capacity, statementOf } from '../../../shared/domain/statement.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { dayOf, momentOf } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SixWords } from '../../ui/SixWords.tsx'
import styles from './bundle.module.css'
import { Fields } from './Changed.tsx'
import { CapacityChoice } from './Signers.tsx'

interface Props {
  manifest: string
  inspection: string
  onClose: () => void
}

/** Shows who is asked to sign what it is, first; then the sentence and the signature. */
export function Review(props: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('sign.reviewTitle')} wide onClose={props.onClose}>
      <Suspense fallback={null}><Content {...props} /></Suspense>
    </Dialog>
  )
}

function Content({ manifest, inspection, onClose }: Props) {
  const { t } = useTranslation()
  const review = useAnswer(api.bundle.review, { manifest })
  const words = useAnswer(api.bundle.list, { inspection }).find((one) => one.manifest === manifest)!.words
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const [as, setAs] = useState<Capacity>(review.capacity)
  const cosign = useOrder(api.bundle.cosign)
  const sign = () => cosign.mutate({ manifest, as }, { onSuccess: onClose })
  return (
    <div className={styles.review}>
      <dl className={styles.facts}>
        <dt>{t('inspection.organisation')}</dt><dd>{review.organisation}</dd>
        <dt>{t('sign.framework')}</dt><dd>{review.framework}</dd>
        <dt>{t('sign.firstDay')}</dt><dd>{review.firstDay === null ? '–' : dayOf(review.firstDay)}</dd>
        <dt>{t('sign.madeAt')}</dt><dd>{momentOf(review.madeAt)} · {t('import.changes', { count: review.changes })}</dd>
        <dt>{t('sign.result')}</dt><dd>{t('sign.met', { met: review.met, assessed: review.assessed })}{review.outcome && ` · ${review.outcome}`}</dd>
        <dt>{t('sign.criteria')}</dt><dd>{review.criteria.map(({ number, judgement }) => `${number} ${judgement ?? '–'}`).join(' · ')}</dd>
      </dl>
      {review.differs.length === 0
        ? <p>{t('sign.same')}</p>
        : <Notice tone="warning"><p>{t('sign.differs')}</p><Fields inspection={inspection} places={review.differs} /></Notice>}
      <p>{t('sign.readWords')}</p>
      <SixWords words={words} label={t('bundle.fingerprint')} />
      <CapacityChoice capacity={as} onChoose={setAs} />
      <p>{t('sign.statementSame', { statement: statementOf(as, summary.takenFrom === 'report' ? 'paper' : 'seen') })}</p>
      <div className={buttons}>
        <button type="button" data-main disabled={cosign.isPending} onClick={sign}>{t('sign.cosign')}</button>
      </div>
    </div>
  )
}
