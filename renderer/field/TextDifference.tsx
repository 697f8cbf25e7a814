import { type ReactNode, useRef, useState } from 'react'
import type { Field } from '../../shared/domain/field.ts'
import { wordDifference } from '../../shared/domain/word-difference.ts'
import { Difference } from '../ui/Difference.tsx'
import { Combining } from './Combining.tsx'
import { type Place, useNames } from './orders.ts'
import styles from './combining.module.css'
import { useCombining } from './typing.ts'

interface Props {
  label: string
  place: Place
  field: Field<string>
  draft: string | null
  follow: ((text: string) => ReactNode) | undefined
}

/** Texts that differ, with their own words marked; a person chooses one, makes one of them, or leaves it open. */
export function TextDifference({ label, place, field, draft, follow }: Props) {
  const names = useNames()
  const combining = useCombining(place, field, draft)
  const editor = useRef<HTMLTextAreaElement>(null)
  const [before, setBefore] = useState<readonly string[]>([]) // what a button replaced since somebody typed, the last at the end
  const { text, type } = combining
  const readable = field.heads
    .flatMap(({ id, author, value }) => (value === null ? [] : [{ id, name: names(author), text: value }]))
    .toSorted((one, other) => one.name.localeCompare(other.name))
  const put = (next: string) => {
    setBefore(text === null ? [] : [...before, text])
    type(next)
    requestAnimationFrame(() => editor.current?.focus()) // it may have to be drawn first
  }
  return (
    <Difference
      field={field}
      label={label}
      show={(shown) => <Marked text={shown} other={readable.find((one) => one.text !== shown)?.text} />}
      nameOf={names}
      onSettle={combining.settle}
      onCombine={readable.length > 1 ? put : undefined}
    >
      {text !== null && (
        <Combining
          ref={editor}
          {...combining}
          text={text}
          inspection={place.inspection}
          sources={readable}
          before={before}
          onBefore={setBefore}
          follow={follow}
        />
      )}
    </Difference>
  )
}

/** A text with the words underlined that the other does not have there. */
function Marked({ text, other }: { text: string; other: string | undefined }) {
  if (other === undefined) return text
  return wordDifference(text, other).map(({ kind, text: piece }, at) =>
    kind === 'removed' ? <mark key={at} className={styles.own}>{piece}</mark> : kind === 'same' && <span key={at}>{piece}</span>)
}
