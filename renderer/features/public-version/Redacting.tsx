import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ground, Passage } from '../../../shared/domain/redaction.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import { AskedAgain } from './AskedAgain.tsx'
import { FindForm } from './FindForm.tsx'
import { FoundList } from './FoundList.tsx'
import { GroundFields } from './GroundFields.tsx'
import { LeftOut } from './LeftOut.tsx'
import { SavePart } from './SavePart.tsx'
import { Sheet } from './Sheet.tsx'
import { type Stretch, useSelected } from './selected.ts'
import styles from './public-version.module.css'

/** What is left out, why, and how the public version reads: ways to choose at the left, the paper at the right. */
export function Redacting({ inspection, language }: { inspection: string; language: ReportLanguage }) {
  const { t } = useTranslation()
  const { before, after, redactions, asked } = useAnswer(api.publicVersion.draft, { inspection, language })
  const suggested = useAnswer(api.publicVersion.suggest, { inspection, language })
  const [isAfter, setAfter] = useState(false)
  const [ground, setGround] = useState<Ground>('personal')
  const [reason, setReason] = useState('')
  const [whole, setWhole] = useState(false)
  const paper = useRef<HTMLDivElement>(null)
  const selected = useSelected(paper)
  const order = useOrder(api.publicVersion.leaveOut)
  const lacks = order.isPending || (ground === 'other' && reason.trim() === '')
  const leaveOut = (passages: readonly (Passage | Stretch)[]) =>
    order.mutate({ inspection, language, passages: [...passages], ground, whole, reason: ground === 'other' ? reason.trim() : null })
  return (
    <div className={styles.redacting}>
      <div className={styles.side}>
        {asked.length > 0 && <AskedAgain inspection={inspection} language={language} asked={asked} />}
        <Part title={t('publicVersion.leaveOut')}>
          <GroundFields ground={ground} onGround={setGround} reason={reason} onReason={setReason} />
          <label className={styles.whole}>
            <input type="checkbox" checked={whole} onChange={({ target }) => setWhole(target.checked)} />
            <span>{t('publicVersion.whole')}<small>{t('publicVersion.wholeHint')}</small></span>
          </label>
          <p>{t('publicVersion.selectHint')}</p>
          <button type="button" disabled={lacks || isAfter || selected.length === 0} onMouseDown={(event) => event.preventDefault()} onClick={() => leaveOut(selected)}>
            {t('publicVersion.leaveSelected')}
          </button>
          <FindForm inspection={inspection} language={language} disabled={lacks} onLeaveOut={leaveOut} />
        </Part>
        {suggested.length > 0 && (
          <Part title={t('publicVersion.suggested')}>
            <FoundList key={suggested.length} found={suggested} disabled={lacks} onLeaveOut={leaveOut} />
          </Part>
        )}
        <LeftOut inspection={inspection} language={language} redactions={redactions} />
        <SavePart inspection={inspection} language={language} />
      </div>
      <div className={styles.paper} ref={paper}>
        <div className={buttons}>
          <button type="button" aria-pressed={!isAfter} onClick={() => setAfter(false)}>{t('publicVersion.before')}</button>
          <button type="button" aria-pressed={isAfter} onClick={() => setAfter(true)}>{t('publicVersion.after')}</button>
        </div>
        <Sheet page={isAfter ? after : before} language={language} label={t(isAfter ? 'publicVersion.afterPaper' : 'publicVersion.beforePaper')} />
      </div>
    </div>
  )
}
