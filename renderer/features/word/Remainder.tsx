import { useTranslation } from 'react-i18next'
import type { WordReading } from '../../../shared/domain/word.ts'
import { api, useOrder } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import { Words } from './Words.tsx'
import styles from './word.module.css'

interface Props {
  inspection: string
  file: string
  rest: Omit<WordReading, 'proposals' | 'notes'>
}

/** What of the file can be taken over nowhere: text around the blocks, and blocks that are gone or stand there twice. */
export function Remainder({ inspection, file, rest: { source, outside, gone, missing, doubled } }: Props) {
  const { t } = useTranslation()
  const forget = useOrder(api.word.forget)
  return (
    <Part title={t('word.remainder')}>
      {source === null && <Notice tone="warning">{t('word.noSource')}</Notice>}
      {missing !== null && missing.length > 0 && <Notice tone="warning">{t('word.missing', { count: missing.length })}</Notice>}
      {doubled.length > 0 && <Notice tone="warning">{t('word.doubled', { count: doubled.length })}</Notice>}
      {outside.length === 0 ? <p>{t('word.noOutside')}</p> : (
        <>
          <p>{t('word.outside', { count: outside.length })}</p>
          <ul className={styles.list}>
            {outside.map(({ before, after }, at) => <li key={at} className={styles.item}>{before === after ? <p className={styles.text}>{after}</p> : <Words before={before} after={after} />}</li>)}
          </ul>
        </>
      )}
      {gone !== null && gone > 0 && <p>{t('word.gone', { count: gone })}</p>}
      <button type="button" data-quiet disabled={forget.isPending} onClick={() => forget.mutate({ inspection, file })}>{t('word.forget')}</button>
      <p className={styles.soft}>{t('word.forgetHint')}</p>
    </Part>
  )
}
