import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './factual-check.module.css'
import { RemarkDetail } from './RemarkDetail.tsx'
import type { ListedRemark } from './told.ts'

const MARKS: Readonly<Record<ListedRemark['standing'], string>> = { open: '○', unreasoned: '…', unprocessed: '◐', answered: '✓' }

/** All remarks in the order of the lines; one opens what there is to do about it. */
export function Remarks({ inspection, framework, remarks }: { inspection: string; framework: Framework; remarks: readonly ListedRemark[] }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Part title={t('factualCheck.remarks')}>
      {remarks.length === 0 ? <Empty sentence={t('factualCheck.noRemarks')} /> : (
        <ul className={styles.list}>
          {remarks.map((remark) => (
            <li key={remark.id}>
              <button type="button" data-quiet className={styles.line} aria-expanded={opened === remark.id} onClick={() => setOpened(opened === remark.id ? null : remark.id)}>
                <span className={styles.mark} data-shown={remark.standing}><b aria-hidden>{MARKS[remark.standing]}</b> {t(`factualCheck.standing-${remark.standing}`)}</span>
                <strong>{remark.fields.line.value === null ? remark.number ?? '–' : t('factualCheck.atLine', { line: remark.fields.line.value })}</strong>
                <span>{remark.fields.said.value?.what ?? '≠'}</span>
                <small>{remark.late && <em>{t('factualCheck.late')}</em>}</small>
              </button>
              {opened === remark.id && <RemarkDetail inspection={inspection} framework={framework} remark={remark} />}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
