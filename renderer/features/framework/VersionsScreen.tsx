import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { type Altered, compareFrameworks, type ItemChange } from '../../../shared/domain/framework-comparison.ts'
import { useFramework } from '../../framework.ts'
import { Part, Screen } from '../../ui/Screen.tsx'
import styles from './versions.module.css'

/** Two versions side by side, word by word; what is the same in both is left out. */
export function VersionsScreen({ before, after }: { before: string; after: string }) {
  return <Versions before={useFramework(before)} after={useFramework(after)} />
}

export function Versions({ before, after }: { before: Framework; after: Framework }) {
  const { t } = useTranslation()
  const { items, rest } = useMemo(() => compareFrameworks(before, after), [before, after])
  const count = (is: (item: ItemChange) => boolean) => items.filter(is).length
  const counts = {
    added: count(({ state }) => state === 'added'), removed: count(({ state }) => state === 'removed'),
    moved: count(({ moved }) => moved), renumbered: count(isRenumbered), altered: count((item) => wordsOf(item).length > 0) + rest.length,
  }
  return (
    <Screen
      title={t('versions.title')}
      lead={<>{after.title} · {t('versions.between', { before: before.version, after: after.version || t('versions.draft') })}</>}
      actions={<button type="button" data-screen-only onClick={() => window.print()}>{t('draft.print')}</button>}
    >
      <p role="status">{items.length + rest.length === 0 ? t('versions.same') : t('versions.summary', counts)}</p>
      {items.length > 0 && (
        <Part title={t('versions.items')}>
          <ul className={styles.changes} lang={after.language}>{items.map((item) => <Changed key={`${item.kind} ${item.id}`} item={item} />)}</ul>
        </Part>
      )}
      {rest.length > 0 && (
        <Part title={t('versions.rest')}>
          <ul className={styles.changes}><li><AlteredList altered={rest} whole /></li></ul>
        </Part>
      )}
    </Screen>
  )
}

const isRenumbered = ({ state, numberBefore, numberAfter }: ItemChange) => state === 'kept' && numberBefore !== numberAfter

/** What says something else, apart from the number. */
const wordsOf = ({ altered }: ItemChange) => altered.filter(({ place }) => place.part !== 'number')

function Changed({ item }: { item: ItemChange }) {
  const { t } = useTranslation()
  const { kind, numberBefore, numberAfter, text, state, moved } = item
  const altered = wordsOf(item)
  const states = [
    state !== 'kept' && t(`versions.${state}`), moved && t('versions.moved'), isRenumbered(item) && t('versions.renumbered'), altered.length > 0 && t('versions.altered'),
  ].filter((one) => one !== false)
  const reworded = altered.some(({ place }) => place.part === 'statement' || place.part === 'title')
  return (
    <li data-state={state}>
      <h3>
        {t(`draft.${kind}`)} {isRenumbered(item) ? `${numberBefore} → ${numberAfter}` : numberAfter ?? numberBefore}
        {states.map((one) => <span key={one} className={styles.state}>{one}</span>)}
      </h3>
      {!reworded && <p>{state === 'added' ? <ins>{text}</ins> : state === 'removed' ? <del>{text}</del> : text}</p>}
      <AlteredList altered={altered} />
    </li>
  )
}

/** Values that stand for words of the screen. */
const CODES = ['ownWording', 'official', 'true', 'false'] as const
const isCode = (value: string): value is typeof CODES[number] => CODES.some((code) => code === value)

/** What differs, each with its name; `whole` names the item too. */
function AlteredList({ altered, whole = false }: { altered: readonly Altered[]; whole?: boolean }) {
  const { t } = useTranslation()
  const told = (value: string) => (isCode(value) ? t(`versions.value.${value}`) : value)
  return (
    <dl className={styles.altered}>
      {altered.map(({ place: { kind, number, part }, before, after, words }, index) => (
        <div key={index}>
          <dt>{whole && kind !== 'framework' && `${t(`frameworkKind.${kind}`, { number })}, `}{t(`frameworkPart.${part}`)}</dt>
          <dd>
            {words && !(before && isCode(before))
              ? words.map(({ kind: piece, text }, place) => (piece === 'added' ? <ins key={place}>{text}</ins> : piece === 'removed' ? <del key={place}>{text}</del> : text))
              : <>{before !== null && <del>{told(before)}</del>} {after !== null && <ins>{told(after)}</ins>}</>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
