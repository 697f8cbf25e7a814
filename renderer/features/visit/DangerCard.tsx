import { useTranslation } from 'react-i18next'
import { Answered } from '../../field/Answered.tsx'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { TextField } from '../../field/TextField.tsx'
import { row } from '../../ui/Labelled.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { type Endangered, momentFrom, momentTyped } from './listed.ts'
import styles from './visit.module.css'

/** One acute danger: who was told, what was agreed and when it was checked; it says what it still waits for. */
export function DangerCard({ inspection, danger: { id, fields, unanswered, draft } }: { inspection: string; danger: Endangered }) {
  const { t } = useTranslation()
  const labelOf = (field: keyof typeof fields) => t(`visit.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection, entity: 'danger' as const, entityId: id, field }, label: labelOf(field), field: fields[field],
  })
  const moment = (field: 'toldAt' | 'checkedAt') => (
    <Answered<string> {...at(field)} show={momentTyped}>
      {(value, record) => (
        <div className={styles.wide}>
          <LineField
            label={labelOf(field)}
            hint={t('visit.momentHint')}
            value={value && momentTyped(value)}
            read={(typed) => { const read = momentFrom(typed); return read && momentTyped(read) }}
            wrong={t('visit.momentWrong')}
            onChange={(typed) => record(typed && momentFrom(typed))}
          />
        </div>
      )}
    </Answered>
  )
  const open = unanswered.length > 0
  return (
    <article className={styles.danger} data-open={open} aria-label={t('visit.danger', { pseudonym: fields.pseudonym.value ?? '≠' })}>
      <p className={styles.standing} role="status">
        {open ? t('visit.waitsFor', { what: unanswered.map((answer) => t(`visit.${answer}`).toLowerCase()).join(', ') }) : t('visit.answered')}
      </p>
      <div className={row}><LineAnswer {...at('pseudonym')} /><LineAnswer {...at('seen')} /></div>
      <div className={row}><LineAnswer {...at('toldTo')} />{moment('toldAt')}</div>
      <TextField {...at('agreed')} draft={draft} />
      {moment('checkedAt')}
    </article>
  )
}
