import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { faultsIn, type Framework } from '../../../shared/domain/framework.ts'
import { added, dropped, type Edited, moved, type NodeKind, outlineOf, removed, shifted } from '../../../shared/domain/framework-edit.ts'
import { api, useOrder } from '../../api.ts'
import { sentenceOf, timeOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './draft.module.css'
import { Faults } from './Faults.tsx'
import { ItemForm } from './ItemForm.tsx'
import { Numbering } from './Numbering.tsx'
import { Outline } from './Outline.tsx'
import { RemoveDraft } from './RemoveDraft.tsx'
import { SectionForm } from './SectionForm.tsx'
import { homesOf, isSection, SECTIONS } from './sections.ts'
import { useDraft } from './use-draft.ts'

const KINDS = ['theme', 'criterion', 'expectation'] as const satisfies NodeKind[]

/** A framework in the making: everything in its order at the left, what is chosen beside it; every pause saves. */
export function DraftScreen({ id }: { id: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const draft = useDraft(id)
  const { body } = draft
  const [chosen, setChosen] = useState<string>('general')
  const [asking, setAsking] = useState<'numbers' | 'remove' | null>(null)
  const freeze = useOrder(api.framework.freeze, 'screen')

  const rows = useMemo(() => outlineOf(body), [body])
  const checked = useDeferredValue(body)
  const faults = useMemo(() => faultsIn(checked), [checked])
  const wrong = useMemo(() => homesOf(rows, faults), [rows, faults])
  const item = rows.find(({ where }) => where === chosen)

  const act = ({ framework, where }: Edited) => {
    if (framework === body) return
    draft.change(framework)
    setChosen(where ?? 'general')
  }
  const fix = () => draft.settle((revision) => freeze.mutate({ id, revision }, { onSuccess: ({ hash }) => navigate(`/toetsingskaders/${hash}`) }))
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{body.title || t('draft.new')} <small>{t('draft.state', { version: body.version || '–' })}</small></h1>
        <span role="status" className={styles.saved}>{t(draft.unsaved ? 'draft.saving' : 'status.saved', { time: timeOf(draft.saved) })}</span>
        <button type="button" data-quiet disabled={!draft.canUndo} onClick={draft.undo}>{t('draft.undo')}</button>
        <button type="button" data-quiet onClick={() => setAsking('numbers')}>{t('draft.renumber')}</button>
        <button type="button" data-quiet onClick={() => setAsking('remove')}>{t('draft.remove')}</button>
        <button type="button" data-main disabled={faults.length > 0 || freeze.isPending} onClick={fix}>{t('draft.freeze')}</button>
      </header>
      <nav className={styles.side} aria-label={t('draft.parts')}>
        <ul className={styles.sections}>
          {SECTIONS.map((section) => (
            <li key={section}>
              <button type="button" data-quiet aria-pressed={chosen === section} onClick={() => setChosen(section)}>
                {t(`draft.${section}`)}{wrong.has(section) && <span className={styles.wrong} role="img" aria-label={t('draft.wrong')}>!</span>}
              </button>
            </li>
          ))}
        </ul>
        <Outline
          rows={rows}
          chosen={chosen}
          wrong={wrong}
          onChoose={setChosen}
          onMove={(where, by) => act(moved(body, where, by))}
          onShift={(where, by) => act(shifted(body, where, by))}
          onDrop={(where, on) => act(dropped(body, where, on))}
          onRemove={(where) => act(removed(body, where))}
        />
        <div className={styles.adding}>
          {KINDS.map((kind) => (
            <button key={kind} type="button" data-quiet onClick={() => act(added(body, item?.where ?? rows.at(-1)?.where ?? null, kind, draft.taken))}>+ {t(`draft.add-${kind}`)}</button>
          ))}
        </div>
      </nav>
      <div className={styles.middle} key={chosen}>
        {freeze.isError && <Notice tone="refused">{sentenceOf(freeze.error)}</Notice>}
        <Faults faults={faults} body={checked} rows={rows} onGo={setChosen} />
        {item ? (
          <section className={styles.item} key={chosen} aria-label={t(`draft.${item.kind}`)}>
            <div className={styles.itemHead}>
              <h2>{t(`draft.${item.kind}`)} {item.node.number}</h2>
              <button type="button" data-quiet onClick={() => act(moved(body, chosen, -1))}>{t('draft.up')} <kbd>Alt ↑</kbd></button>
              <button type="button" data-quiet onClick={() => act(moved(body, chosen, 1))}>{t('draft.down')} <kbd>Alt ↓</kbd></button>
              {item.kind === 'criterion' && <button type="button" data-quiet onClick={() => act(shifted(body, chosen, 1))}>{t('draft.in')} <kbd>Alt →</kbd></button>}
              {item.kind === 'criterion' && <button type="button" data-quiet onClick={() => act(shifted(body, chosen, -1))}>{t('draft.out')} <kbd>Alt ←</kbd></button>}
              <button type="button" data-quiet onClick={() => act(removed(body, chosen))}>{t('draft.removeItem')}</button>
            </div>
            <ItemForm item={item} draft={draft} faults={faults} />
          </section>
        ) : <SectionForm section={isSection(chosen) ? chosen : 'general'} draft={draft} faults={faults} />}
      </div>
      {asking === 'numbers' && <Numbering body={body} onGive={(numbered: Framework) => draft.change(numbered)} onClose={() => setAsking(null)} />}
      {asking === 'remove' && <RemoveDraft id={id} title={body.title} onClose={() => setAsking(null)} />}
    </div>
  )
}
