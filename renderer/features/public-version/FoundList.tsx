import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Passage } from '../../../shared/domain/redaction.ts'
import styles from './public-version.module.css'

interface Found extends Passage {
  before: string
  text: string
  after: string
  whole: boolean
}
interface Props {
  found: readonly Found[]
  disabled: boolean
  onLeaveOut: (passages: readonly Passage[]) => void
}

/** Places with what stands around them; those that are no part of a longer word are chosen beforehand. */
export function FoundList({ found, disabled, onLeaveOut }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(() => new Set(found.flatMap(({ whole }, index) => (whole ? [index] : []))))
  const choose = (index: number) => setChosen((before) => {
    const after = new Set(before)
    if (!after.delete(index)) after.add(index)
    return after
  })
  const passages = found.filter((_one, index) => chosen.has(index)).map(({ fragment, from, to }) => ({ fragment, from, to }))
  return (
    <>
      <ul className={styles.found}>
        {found.map(({ fragment, from, before, text, after }, index) => (
          <li key={`${fragment} ${from}`}>
            <label>
              <input type="checkbox" checked={chosen.has(index)} onChange={() => choose(index)} />
              <span>{before}<strong>{text}</strong>{after}</span>
            </label>
          </li>
        ))}
      </ul>
      <button type="button" disabled={disabled || passages.length === 0} onClick={() => onLeaveOut(passages)}>{t('publicVersion.leaveFound', { count: passages.length })}</button>
    </>
  )
}
