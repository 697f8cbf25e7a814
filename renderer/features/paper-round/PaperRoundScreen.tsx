import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { useFramework } from '../../framework.ts'
import { fields as beneath, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Checking } from './Checking.tsx'
import { EntryTable } from './EntryTable.tsx'
import styles from './paper-round.module.css'
import { namesIn, type Part } from './part.ts'

const MODES = ['enter', 'check'] as const

/** A printed report as a round of before: one person takes over its table, another holds it against the report part by part. */
export function PaperRoundScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const framework = useFramework(summary.framework.hash)
  const { parts, miscounts } = useAnswer(api.paperRound.get, { inspection })
  const [mode, setMode] = useState<(typeof MODES)[number]>('enter')
  const names = namesIn(framework, t('paperRound.whole'))
  const [whole] = parts
  const count = (state: Part['state']) => parts.filter((part) => part.state === state).length
  return (
    <Screen title={t('stage.overnemen')} lead={t('paperRound.lead')}>
      <Source inspection={inspection} whole={whole!} />
      <div className={styles.modes} role="group" aria-label={t('paperRound.mode')}>
        {MODES.map((one) => <button key={one} type="button" aria-pressed={mode === one} onClick={() => setMode(one)}>{t(`paperRound.${one}`)}</button>)}
        <span role="status">{t('paperRound.progress', { checked: count('checked'), entered: count('entered') + count('different') })}</span>
      </div>
      {miscounts.map(({ part, printed, counted, by }) => (
        <Notice key={`${part} ${by}`} tone="warning">
          {t(`paperRound.miscount-${by}`, {
            part: [names.get(part)!.number, names.get(part)!.text].filter(Boolean).join(' '),
            printed: t('comparison.metOf', printed), counted: t('comparison.metOf', counted),
          })}
        </Notice>
      ))}
      {mode === 'enter'
        ? <EntryTable inspection={inspection} framework={framework} names={names} parts={parts} />
        : <Checking inspection={inspection} framework={framework} names={names} parts={parts} onCorrect={() => setMode('enter')} />}
    </Screen>
  )
}

/** Which report it is, and the file that holds it. */
function Source({ inspection, whole: { fields } }: { inspection: string; whole: Part }) {
  const { t } = useTranslation()
  const evidence = useAnswer(api.evidence.list, { inspection })
  const at = (field: 'source' | 'file') => ({ place: { inspection, entity: 'takenPart' as const, entityId: 'whole', field }, label: t(`paperRound.${field}`) })
  const nameOf = (id: string) => {
    const one = evidence.find((other) => other.id === id)
    return one ? `[${one.label ?? '≠'}] ${one.caption ?? ''}` : id
  }
  return (
    <div className={beneath}>
      <LineAnswer {...at('source')} field={fields.source} />
      <Answered {...at('file')} field={fields.file} show={nameOf}>
        {(value, record) => (
          <Labelled label={t('paperRound.file')} hint={<Link href={`/inspectie/${inspection}/documenten`}>{t('paperRound.addFile')}</Link>}>
            <select value={value ?? ''} onChange={({ target }) => record(target.value || null)}>
              <option value="">{t('paperRound.noFile')}</option>
              {evidence.map(({ id }) => <option key={id} value={id}>{nameOf(id)}</option>)}
            </select>
          </Labelled>
        )}
      </Answered>
    </div>
  )
}
