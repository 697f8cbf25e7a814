import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { labelOf } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './finding.module.css'

/** All keys of the judging screen, and where they act. */
export function KeysHelp({ framework, on, onClose }: { framework: Framework; on: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const keys = [
    ...[...framework.scales.rating, ...framework.scales.judgement].map((grade) => [grade.key, labelOf(grade)]),
    ['↑ ↓', t('finding.keyMove')], ['Enter', t('finding.keyWrite')], ['?', t('finding.keyHelp')],
  ]
  const anywhere = [['Esc', t('finding.keyBack')], ['Ctrl K', t('finding.find')]]
  const list = (rows: readonly (readonly (string | undefined)[])[]) => (
    <dl className={styles.keys}>{rows.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
  )
  return (
    <Dialog title={t('finding.keys')} onClose={onClose}>
      <p>{t(on ? 'finding.keysWhere' : 'finding.keysOff')}</p>
      {on && list(keys)}
      <h3>{t('finding.keysAnywhere')}</h3>
      {list(anywhere)}
    </Dialog>
  )
}
