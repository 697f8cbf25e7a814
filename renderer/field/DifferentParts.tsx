import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '../../shared/domain/combine.ts'

interface Props {
  /** Whose text it is. */
  name: string
  /** The text that the parts lie in. */
  text: string
  parts: readonly Part[]
  onTake: (at: number) => void
}

/** What one inspector has otherwise, each piece with a button that takes it over. */
export function DifferentParts({ name, text, parts, onTake }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section aria-labelledby={`${id}-name`}>
      <p id={`${id}-name`} role="status">
        {parts.length === 0 ? t('difference.same', { name }) : t('difference.parts', { name, count: parts.length })}
      </p>
      <ol>
        {parts.map((part, at) => (
          <li key={at}>
            <p id={`${id}-${at}`}>
              {before(text, part)}{part.here && <del>{part.here}</del>}{part.there && <ins>{part.there}</ins>}{after(text, part)}
            </p>
            <button type="button" id={`${id}-take-${at}`} aria-labelledby={`${id}-take-${at} ${id}-${at}`} onClick={() => onTake(at)}>
              {t(`difference.${deedOf(part)}`)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

const deedOf = ({ here, there }: Part) => (there === '' ? 'remove' : here === '' ? 'add' : 'take')

/** Some words around a piece, so that one sees where it stands. */
const before = (text: string, { start }: Part) => /(?:\S+\s+){0,4}\S*\s*$/u.exec(text.slice(Math.max(0, start - 80), start))?.[0]
const after = (text: string, { end }: Part) => /^\s*\S*(?:\s+\S+){0,3}/u.exec(text.slice(end, end + 80))?.[0]
