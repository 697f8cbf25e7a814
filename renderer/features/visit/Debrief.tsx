import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../field/TextField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fields as beneath } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import { Agreements } from './Agreements.tsx'
import type { Visited } from './listed.ts'
import styles from './visit.module.css'

/** What is told to the board at the end, in print that can be read across a table and without a rating; what it says, and what it will send. */
export function Debrief({ inspection, visit: { id, fields, drafts, agreements } }: { inspection: string; visit: Visited }) {
  const { t } = useTranslation()
  const [large, setLarge] = useState(false)
  const text = (field: 'points' | 'reaction') => (
    <TextField
      label={t(`visit.${field}`)}
      hint={t(`visit.${field}Hint`)}
      place={{ inspection, entity: 'visit', entityId: id, field }}
      field={fields[field]}
      draft={drafts[field] ?? null}
    />
  )
  const points = (fields.points.value ?? '').split('\n').map((point) => point.replace(/^\s*[-•*]\s*/, '').trim()).filter(Boolean)
  return (
    <Part title={t('visit.debrief')}>
      <div className={beneath}>
        {text('points')}
        <div><button type="button" disabled={points.length === 0} onClick={() => setLarge(true)}>{t('visit.showLarge')}</button></div>
        {text('reaction')}
        <Agreements inspection={inspection} visit={id} agreements={agreements} />
      </div>
      {large && (
        <Dialog title={t('visit.debrief')} onClose={() => setLarge(false)}>
          <ul className={styles.large}>{points.map((point, index) => <li key={index}>{point}</li>)}</ul>
        </Dialog>
      )}
    </Part>
  )
}
