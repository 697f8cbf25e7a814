import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Framework, judgementOf } from '../../../shared/domain/framework.ts'
import { api, useAnswer } from '../../api.ts'
import { History } from '../../field/History.tsx'
import { seenOf, useFieldOrder, useNames } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { labelOf } from '../../i18n/i18n.ts'
import { Citations } from '../../source/Citations.tsx'
import { Difference } from '../../ui/Difference.tsx'
import { JudgementMark } from '../../ui/JudgementMark.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CriterionCounts } from './CriterionCounts.tsx'
import { Earlier } from './Earlier.tsx'
import styles from './finding.module.css'
import { type Given, useGiving } from './giving.ts'
import type { Item } from './item.ts'
import { type Going, KeyGroup } from './KeyGroup.tsx'
import { Options, useChoosing } from './Options.tsx'

interface Props {
  inspection: string
  framework: Framework
  item: Item & { kind: 'criterion' }
  going: Going
  onGiven: (given: Given) => void
}

/** The judgement of one criterion, which an inspector gives and no sum makes, with how it was and how it is. */
export function CriterionPanel({ inspection, framework, item, going, onGiven }: Props) {
  const { t } = useTranslation()
  const appraisal = useAnswer(api.finding.appraisal, { inspection, criterion: item.id })
  const { judgement, before, now, drafts, counts, sufficientBesideNotMet, earlier } = appraisal
  const place = (field: string) => ({ inspection, entity: 'appraisal' as const, entityId: item.id, field })
  const { value, give } = useGiving(place('judgement'), judgement, onGiven)
  const settle = useFieldOrder(api.field.settle)
  const names = useNames()
  const group = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)

  const scale = framework.scales.judgement
  const nameOf = (code: string) => labelOf(judgementOf(framework, code) ?? { label: code, english: code })
  const show = (code: unknown) => (
    <span className={styles.rated}><JudgementMark scale={scale} code={String(code)} /> {nameOf(String(code))}</span>
  )
  const options = scale.map((answer) => ({
    code: answer.code, label: labelOf(answer), key: answer.key, mark: <JudgementMark scale={scale} code={answer.code} />, why: null,
  }))
  const choosing = useChoosing(options, (code, reason) => give(code, reason, `${item.number} ${nameOf(code)}`))
  const back = () => group.current?.focus()
  return (
    <>
      <CriterionCounts counts={counts} framework={framework} />
      {earlier && (
        <Earlier texts={[{ label: null, text: earlier.substantiation }]} takenOver={earlier.takenOver} part={`criterion/${item.id}`}>
          {earlier.judgement === null ? t('rating.none') : show(earlier.judgement)}
        </Earlier>
      )}
      <section className={styles.answer}>
        <header>
          <h3>{t('finding.judgement')}</h3>
          {!judgement.different && judgement.value !== null && (
            <button type="button" data-quiet onClick={() => give(null, null, `${item.number} ${t('rating.none')}`)}>{t('finding.withdraw')}</button>
          )}
          <History title={`${t('finding.judgement')} ${item.number}`} place={place('judgement')} show={show} />
        </header>
        <KeyGroup
          ref={group}
          label={t('finding.judgementOf', { number: item.number })}
          going={going}
          grades={judgement.different ? {} : choosing.keys}
          onWrite={() => text.current?.focus()}
        >
          {judgement.different ? (
            <Difference
              field={judgement}
              show={show}
              nameOf={names}
              onSettle={(code, reason) => settle.mutate({ ...place('judgement'), value: code, reason, seen: seenOf(judgement) })}
            />
          ) : <Options options={options} value={value} choosing={choosing} onDone={back} />}
        </KeyGroup>
        {judgement.heads.some(({ erased }) => erased) && !judgement.different && <p className={styles.reason}>{t('rating.erased')}</p>}
        <div role="status">{sufficientBesideNotMet && <Notice tone="warning">{t('finding.sufficientBesideNotMet', { count: counts.notMet })}</Notice>}</div>
      </section>
      {earlier && (
        <TextField label={t('finding.before')} hint={t('finding.beforeHint')} place={place('before')} field={before} draft={drafts.before} onEscape={back} />
      )}
      <TextField
        ref={text}
        label={t(earlier ? 'finding.now' : 'finding.substantiation')}
        hint={t('finding.rationaleHint')}
        place={place('now')}
        field={now}
        draft={drafts.now}
        onEscape={back}
        follow={(written) => <Citations inspection={inspection} text={written} />}
      />
    </>
  )
}
