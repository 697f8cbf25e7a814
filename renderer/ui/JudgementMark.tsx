import type { Judgement } from '../../shared/domain/framework.ts'
import styles from './JudgementMark.module.css'

interface Props {
  scale: readonly Judgement[]
  /** The code of a judgement, or null where there is none. */
  code: string | null
  /** Something is in the way of an answer. */
  instead?: 'different' | 'erased' | undefined
  label?: string
}

/** A judgement of a criterion as its letter in a shape: the best in a circle, the worst in a square, what is between in a hexagon. */
export function JudgementMark({ scale, code, instead, label }: Props) {
  const place = scale.findIndex((judgement) => judgement.code === code)
  const shown = instead ?? (place === -1 ? 'none' : place === 0 ? 'best' : place === scale.length - 1 ? 'worst' : 'between')
  const sign = instead === 'different' ? '≠' : instead === 'erased' ? '×' : (scale[place]?.code.slice(0, 2) ?? '')
  return (
    <span className={styles.mark} data-shown={shown} role={label ? 'img' : undefined} aria-label={label} aria-hidden={!label}>
      {sign}
    </span>
  )
}
