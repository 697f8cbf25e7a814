import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice.tsx'
import type { Brought } from './bring.ts'
import styles from './evidence.module.css'

/** What became of the files, and what was taken out of them before they were kept. */
export function BroughtNotice({ brought: { added, known, removed, failed } }: { brought: Brought }) {
  const { t } = useTranslation()
  const told = (['place', 'details', 'not-looked'] as const).filter((what) => removed[what] > 0)
  return (
    <div role="status" className={styles.brought}>
      {added + known > 0 && (
        <Notice tone={removed['not-looked'] > 0 ? 'warning' : 'note'}>
          {added > 0 && <p>{t('evidence.added', { count: added })}</p>}
          {known > 0 && <p>{t('evidence.known', { count: known })}</p>}
          {told.map((what) => <p key={what}>{t(`evidence.${what}`, { count: removed[what] })}</p>)}
        </Notice>
      )}
      {failed.length > 0 && <Notice tone="refused">{failed.map(({ name, why }, index) => <p key={index}>{t('evidence.failed', { name, why })}</p>)}</Notice>}
    </div>
  )
}
