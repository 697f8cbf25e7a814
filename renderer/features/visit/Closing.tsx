import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { expectationOf } from '../../../shared/domain/framework.ts'
import type { ClosingCode } from '../../../shared/domain/visit.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { TextField } from '../../field/TextField.tsx'
import { useFramework } from '../../framework.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { PrivacyList } from '../../privacy/PrivacyList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import type { Visited } from './listed.ts'
import styles from './visit.module.css'

/** The list of the end of the day, counted from what was recorded. What is left does not stop anyone from closing; acute danger does. */
export function Closing({ inspection, visit: { id, fields, drafts } }: { inspection: string; visit: Visited }) {
  const { t } = useTranslation()
  const { left, lastExchange, lastBackup } = useAnswer(api.visit.closing, { inspection, visit: id })
  const close = useOrder(api.visit.close)
  const blocked = left.some(({ code, count }) => code === 'danger-open' && count > 0)
  const saying: Partial<Record<ClosingCode, string | null>> = { 'exchange-missing': lastExchange, 'backup-missing': lastBackup }
  const closed = fields.closed.value
  return (
    <Part title={t('visit.closing')}>
      <ul className={styles.checks}>
        {left.map(({ code, count, items }) => (
          <li key={code} data-done={count === 0}>
            <span>{count === 0 ? t(`visit.done-${code}`) : t(`visit.left-${code}`, { count })}</span>
            {saying[code] && <small>{t('visit.last', { moment: momentOf(saying[code]) })}</small>}
            {count > 0 && <Way inspection={inspection} code={code} items={items} />}
            {count > 0 && code === 'privacy-open' && <PrivacyList inspection={inspection} />}
          </li>
        ))}
      </ul>
      <div className={styles.questions}>
        <TextField
          label={t('visit.questions')}
          place={{ inspection, entity: 'visit', entityId: id, field: 'questions' }}
          field={fields.questions}
          draft={drafts.questions ?? null}
        />
      </div>
      {closed && (
        <Notice tone="note">
          {t('visit.closedAt', { moment: momentOf(closed.at) })}{' '}
          {closed.open.length === 0 ? t('visit.closedClean') : t('visit.closedOpen', { what: closed.open.map(({ code, count }) => t(`visit.left-${code}`, { count })).join('; ') })}
        </Notice>
      )}
      {blocked && <p>{t('visit.closeBlocked')}</p>}
      <button type="button" data-main disabled={blocked || close.isPending} onClick={() => close.mutate({ inspection, visit: id })}>
        {t(closed ? 'visit.closeAgain' : 'visit.close')}
      </button>
    </Part>
  )
}

/** Where what is left can be done. */
function Way({ inspection, code, items }: { inspection: string; code: ClosingCode; items: readonly string[] }) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const framework = useFramework(summary.framework.hash)
  const backup = useOrder(api.doctor.backup)
  if (code === 'backup-missing') return <button type="button" disabled={backup.isPending} onClick={() => backup.mutate({})}>{t('visit.backup')}</button>
  if (code === 'differences' || code === 'exchange-missing') return <Link href={`/inspectie/${inspection}/ondertekenen`}>{t('stage.ondertekenen')}</Link>
  if (code !== 'without-source') return null // stands on this screen
  return <>{items.map((item) => <Link key={item} href={`/inspectie/${inspection}/oordelen/verwachting/${item}`}>{expectationOf(framework, item)?.number ?? item}</Link>)}</>
}
