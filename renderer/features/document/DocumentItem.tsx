import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { document as contract } from '../../../shared/api/document.ts'
import { DocumentKind } from '../../../shared/domain/document.ts'
import { linkIdOf } from '../../../shared/domain/source.ts'
import { api } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { aimIdOf } from '../../source/aiming.ts'
import { Privileged } from '../../privacy/Privileged.tsx'
import { LabelAnswer } from '../../source/LabelAnswer.tsx'
import { Links } from '../../source/Links.tsx'
import { Scans } from '../../source/Scans.tsx'
import { Labelled, row } from '../../ui/Labelled.tsx'
import styles from './document.module.css'

export type ListedDocument = z.infer<typeof contract.list.output>[number]

interface Props {
  inspection: string
  document: ListedDocument
  isOpen: boolean
  onOpen: (open: boolean) => void
}

/** One line of the register; opened it is all that is known of the document. */
export function DocumentItem({ inspection, document: { id, fields, links, shared }, isOpen, onOpen }: Props) {
  const { t } = useTranslation()
  const { label, title, kind, receivedOn, original, returnedOn } = fields
  const kindShown = kind.value === 'other' ? fields.ownKind.value : kind.value && t(`document.kinds.${kind.value}`)
  return (
    <li id={aimIdOf(id)}>
      <button type="button" data-quiet className={styles.line} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        <strong>[{label.value ?? '≠'}]</strong>
        <span>{title.value ?? '≠'}</span>
        <small>{[kindShown, receivedOn.value && shortDayOf(receivedOn.value), original.value && !returnedOn.value && t('document.away')].filter(Boolean).join(' · ')}</small>
        {shared && <em>{t('document.shared')}</em>}
      </button>
      {isOpen && <Opened inspection={inspection} id={id} fields={fields} links={links} />}
    </li>
  )
}

function Opened({ inspection, id, fields, links }: Pick<ListedDocument, 'id' | 'fields' | 'links'> & { inspection: string }) {
  const { t } = useTranslation()
  const remove = useFieldOrder(api.field.record)
  const labelOf = (field: keyof typeof fields) => t(field === 'title' ? 'document.addTitle' : `document.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({ place: { inspection, entity: 'document' as const, entityId: id, field }, label: labelOf(field), field: fields[field] })
  return (
    <div className={styles.opened}>
      <div className={row}><LineAnswer {...at('title')} /><LabelAnswer {...at('label')} /></div>
      <div className={row}>
        <Answered {...at('kind')} show={(value) => t(`document.kinds.${value}`)}>
          {(value, record) => (
            <Labelled label={t('document.kind')}>
              <select value={value ?? 'other'} onChange={({ target }) => record(DocumentKind.parse(target.value))}>
                {DocumentKind.options.map((one) => <option key={one} value={one}>{t(`document.kinds.${one}`)}</option>)}
              </select>
            </Labelled>
          )}
        </Answered>
        {fields.kind.value === 'other' && <LineAnswer {...at('ownKind')} />}
        <LineAnswer {...at('reference')} />
      </div>
      <div className={row}><DayAnswer {...at('dated')} /><DayAnswer {...at('receivedOn')} /></div>
      <LineAnswer {...at('from')} hint={t('document.fromHint')} />
      <div className={row}>
        <Answered {...at('original')} show={(value) => (value ? '✓' : '–')}>
          {(value, record) => (
            <label className={styles.check}><input type="checkbox" checked={value === true} onChange={({ target }) => record(target.checked || null)} />{t('document.original')}</label>
          )}
        </Answered>
        {fields.original.value === true && <DayAnswer {...at('returnedOn')} />}
      </div>
      <Scans inspection={inspection} source={id} label={t('document.addScan')} />
      <Links inspection={inspection} source={id} label={t('document.links')} links={links} />
      {links.map(({ expectation, pages }) => (
        <LineAnswer
          key={expectation}
          place={{ inspection, entity: 'link', entityId: linkIdOf(id, expectation), field: 'pages' }}
          label={t('document.pages', { number: expectation })}
          field={pages}
        />
      ))}
      <Privileged inspection={inspection} entity="document" entityId={id} />
      <button type="button" data-quiet onClick={() => remove.mutate({ ...at('label').place, value: null, reason: null, seen: seenOf(fields.label) })}>{t('document.remove')}</button>
    </div>
  )
}
