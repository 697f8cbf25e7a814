import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { doContradict, linkIdOf, Tells } from '../../shared/domain/source.ts'
import { ChoiceAnswer } from '../field/ChoiceAnswer.tsx'
import { shortDayOf } from '../i18n/i18n.ts'
import { Notice } from '../ui/Notice.tsx'
import { LinkSource } from './LinkSource.tsx'
import styles from './source.module.css'
import { useUnlinking } from './unlinking.ts'
import { addressOf, sourceIdOf, useSources } from './sources.ts'

interface Props {
  inspection: string
  expectation: string
  /** Whether it has a rating, which without a source asks for a second look. */
  rated: boolean
  children: ReactNode
}

/** What speaks to one expectation, with its own words, and how many kinds of source that makes. */
export function Sources({ inspection, expectation, rated, children }: Props) {
  const { t } = useTranslation()
  const found = useSources(inspection, expectation)
  const links = useUnlinking(inspection, expectation)
  if (!found) return null
  const { sources, present, wanted, demanded } = found
  return (
    <aside className={styles.sources} aria-label={t('source.title')}>
      <h3>{t('source.title')}</h3>
      <p className={styles.kinds}>
        {t('source.kinds', { present: present.length, wanted })}
        {present.length > 0 && ` (${present.map((kind) => t(`source.kind-${kind}`).toLowerCase()).join(', ')})`}
      </p>
      <div role="status">
        {rated && sources.length === 0 && <Notice tone="warning">{t('source.ratedWithout')}</Notice>}
        {rated && sources.length > 0 && demanded && present.length < wanted && <Notice tone="warning">{t('source.tooFew', { wanted, count: present.length })}</Notice>}
        {doContradict(sources.map(({ tells }) => tells.value)) && <Notice tone="warning">{t('source.contradicting')}</Notice>}
      </div>
      <ul>
        {sources.map((source) => {
          const name = [source.label && `[${source.label}]`, source.title].filter(Boolean).join(' ')
          return (
            <li key={source.id} id={sourceIdOf(source.id)} tabIndex={-1}>
              <p>
                <b><Link href={source.kind === 'file' ? `/inspectie/${inspection}/dossieronderzoek` : addressOf(inspection, source)}>{name}</Link></b> <small>{t(`source.kind-${source.kind}`)}{source.day && `, ${shortDayOf(source.day)}`}</small>
              </p>
              {source.scans.map(({ id, label }) => (
                <p key={id}><Link href={addressOf(inspection, { kind: 'document', id })}>{t('source.scan', { label: label ?? '≠' })}</Link></p>
              ))}
              {source.quotes.map(({ text }, place) => <blockquote key={place}>{text}</blockquote>)}
              <ChoiceAnswer
                place={{ inspection, entity: 'link', entityId: linkIdOf(source.id, expectation), field: 'tells' }}
                label={t('source.tells', { name })}
                field={source.tells}
                options={Tells.options}
                named={(way) => t(`source.tells-${way}`)}
                none={t('source.tells-none')}
              />
              {source.link && <button type="button" data-quiet onClick={() => links.take(source)}>{t('source.unlink')}<span className={styles.unseen}> {name}</span></button>}
            </li>
          )
        })}
      </ul>
      <p role="status" className={styles.kinds}>
        {links.taken && <>{t('source.unlinked', { name: links.taken.name })} <button type="button" data-quiet onClick={links.giveBack}>{t('finding.undo')}</button></>}
      </p>
      {sources.length === 0 && <p className={styles.kinds}>{t('source.none')}</p>}
      <LinkSource inspection={inspection} expectation={expectation} speaking={sources.map(({ id }) => id)} />
      {children}
    </aside>
  )
}
