import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import { Limb, limbIdOf } from '../../../shared/domain/finding.ts'
import type { Expectation, Framework } from '../../../shared/domain/framework.ts'
import { api } from '../../api.ts'
import { seenOf, useFieldOrder, useNames } from '../../field/orders.ts'
import { Difference } from '../../ui/Difference.tsx'
import styles from './finding.module.css'

type Mark = Limb['mark']

const MARKS = Limb.shape.mark.options
const SIGNS: Readonly<Record<Mark, string>> = { met: '+', 'not-met': '−', unclear: '?' }

interface Props {
  inspection: string
  framework: Framework
  expectation: Expectation
  marks: readonly Field<Mark>[]
}

/** The parts of a compound expectation, each of which can be marked apart: a help for who rates the whole, never counted. */
export function Limbs({ inspection, framework, expectation, marks }: Props) {
  const { t } = useTranslation()
  if (expectation.limbs.length === 0) return null
  return (
    <section className={styles.limbMarks} aria-label={t('finding.limbs')}>
      <p className={styles.soft}>{t('finding.limbsExplain')}</p>
      <ul>
        {expectation.limbs.map((limb, index) => (
          <li key={index}>
            <LimbMark text={limb} language={framework.language} place={placeOf(inspection, expectation.id, index)} field={marks[index]!} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const placeOf = (inspection: string, expectation: string, index: number) =>
  ({ inspection, entity: 'limb' as const, entityId: limbIdOf(expectation, index), field: 'mark' })

interface LimbProps {
  text: string
  language: string
  place: ReturnType<typeof placeOf>
  field: Field<Mark>
}

/** Pressing the mark that is given takes it away. */
function LimbMark({ text, language, place, field }: LimbProps) {
  const { t } = useTranslation()
  const names = useNames()
  const record = useFieldOrder(api.field.record)
  const settle = useFieldOrder(api.field.settle)
  const at = { ...place, seen: seenOf(field) }
  const shown = record.isPending ? record.variables.value : field.value
  const word = (mark: Mark) => t(`limb.${mark}`)
  if (field.different) {
    return <><span lang={language}>{text}</span><Difference field={field} label={text} show={word} nameOf={names} onSettle={(value, reason) => settle.mutate({ ...at, value, reason })} /></>
  }
  return (
    <div className={styles.limb} role="group" aria-label={text}>
      <span lang={language}>{text}</span>
      {MARKS.map((mark) => (
        <button
          key={mark}
          type="button"
          aria-label={word(mark)}
          title={word(mark)}
          aria-pressed={shown === mark}
          onClick={() => record.mutate({ ...at, value: shown === mark ? null : mark, reason: null })}
        >
          {SIGNS[mark]}
        </button>
      ))}
    </div>
  )
}
