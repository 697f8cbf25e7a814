import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Framework, type Grade, gradeOf } from '../../../shared/domain/framework.ts'
import { api, useAnswer } from '../../api.ts'
import { useNames, useFieldOrder, seenOf } from '../../field/orders.ts'
import { History } from '../../field/History.tsx'
import { TextField } from '../../field/TextField.tsx'
import { labelOf } from '../../i18n/i18n.ts'
import { Citations } from '../../source/Citations.tsx'
import { Difference } from '../../ui/Difference.tsx'
import { RatingMark, shownOf } from '../../ui/RatingMark.tsx'
import { AgainstFiles } from './AgainstFiles.tsx'
import { Earlier } from './Earlier.tsx'
import styles from './finding.module.css'
import { Folded } from './Folded.tsx'
import { type Given, useGiving } from './giving.ts'
import type { Item } from './item.ts'
import { type Going, KeyGroup } from './KeyGroup.tsx'
import { Limbs } from './Limbs.tsx'
import { Options, useChoosing } from './Options.tsx'

interface Props {
  inspection: string
  framework: Framework
  item: Item & { kind: 'expectation' }
  going: Going
  onGiven: (given: Given) => void
}

/** The finding on one expectation: the earlier round as context, the rating, and why. */
export function ExpectationPanel({ inspection, framework, item, going, onGiven }: Props) {
  const { t } = useTranslation()
  const { rating, rationale, draft, earlier, limbs } = useAnswer(api.finding.get, { inspection, expectation: item.id })
  const place = (field: string) => ({ inspection, entity: 'finding' as const, entityId: item.id, field })
  const { value, give } = useGiving(place('rating'), rating, onGiven)
  const settle = useFieldOrder(api.field.settle)
  const names = useNames()
  const group = useRef<HTMLDivElement>(null)
  const fold = useRef<HTMLDetailsElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)

  const options = framework.scales.rating.map((grade) => ({
    code: grade.code, label: labelOf(grade), key: grade.key, mark: <RatingMark shown={shownOf(grade)} />,
    why: grade.counts ? null : t('finding.whyNotCounted'),
  }))
  const choosing = useChoosing(options, (code, reason) => give(code, reason, `${item.number} ${nameOf(framework, code)}`))
  const write = () => {
    if (fold.current) fold.current.open = true
    text.current?.focus()
  }
  const asksText = needsText(gradeOf(framework, value))
  const show = (code: unknown) => <Rated framework={framework} code={String(code)} />
  return (
    <>
      <Limbs inspection={inspection} framework={framework} expectation={item.expectation} marks={limbs} />
      {earlier && (
        <Earlier
          changed={earlier.changed}
          texts={[{ label: null, text: earlier.rationale }, ...earlier.points.map(({ label, title }) => ({ label: `[${label}]`, text: title }))]}
          was={earlier.was && { ...earlier.was, now: item.text, language: framework.language }}
          takenOver={earlier.takenOver}
          part={`expectation/${item.id}`}
        >
          {earlier.grade ? <Graded grade={earlier.grade} /> : t(earlier.rating === null ? 'rating.none' : 'rating.not-examined')}
        </Earlier>
      )}
      <section className={styles.answer}>
        <header>
          <h3>{t('finding.rating')}</h3>
          {!rating.different && rating.value !== null && (
            <button type="button" data-quiet onClick={() => give(null, null, `${item.number} ${t('rating.none')}`)}>{t('finding.withdraw')}</button>
          )}
          <History title={`${t('finding.rating')} ${item.number}`} place={place('rating')} show={show} />
        </header>
        <KeyGroup
          ref={group}
          label={t('finding.ratingOf', { number: item.number })}
          going={going}
          grades={rating.different ? {} : choosing.keys}
          onWrite={write}
        >
          {rating.different ? (
            <Difference
              field={rating}
              show={show}
              nameOf={names}
              onSettle={(code, reason) => settle.mutate({ ...place('rating'), value: code, reason, seen: seenOf(rating) })}
            />
          ) : <Options options={options} value={value} choosing={choosing} onDone={() => group.current?.focus()} />}
        </KeyGroup>
        {!rating.different && rating.heads.map(({ id, reason, erased }) => (reason || erased) && (
          <p key={id} className={styles.reason}>{erased ? t('rating.erased') : t('finding.becauseOf', { reason })}</p>
        ))}
      </section>
      {value !== null && <AgainstFiles inspection={inspection} expectation={item.id} framework={framework} />}
      <Folded ref={fold} open={asksText || rationale.different || rationale.heads.some(({ value, erased }) => erased || value !== null) || draft !== null} summary={t('finding.offerText')}>
        <TextField
          ref={text}
          label={t('finding.rationale')}
          hint={asksText && rationale.value === null ? t('finding.textAsked') : t('finding.rationaleHint')}
          place={place('rationale')}
          field={rationale}
          draft={draft}
          onEscape={() => group.current?.focus()}
          follow={(text) => <Citations inspection={inspection} text={text} />}
        />
      </Folded>
    </>
  )
}

/** A text is asked for what is not met and for what does not apply; for the rest it is only offered. */
const needsText = (grade: Grade | undefined) => grade !== undefined && !(grade.counts && grade.met)

function nameOf(framework: Framework, code: string): string {
  const grade = gradeOf(framework, code)
  return grade ? labelOf(grade) : code
}

const Graded = ({ grade }: { grade: Grade }) => <span className={styles.rated}><RatingMark shown={shownOf(grade)} /> {labelOf(grade)}</span>

function Rated({ framework, code }: { framework: Framework; code: string }) {
  const grade = gradeOf(framework, code)
  return <span className={styles.rated}>{grade && <RatingMark shown={shownOf(grade)} />} {nameOf(framework, code)}</span>
}
