import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { whereIs } from '../../privacy/where.ts'
import { ofIn } from './page-places.ts'
import styles from './report.module.css'

interface Props {
  inspection: string
  /** Whose text or data it is about, as `entity:id:field`. */
  of: string | null
  onShow: () => void
  /** What else can be done about it. */
  what?: ReactNode
  children: ReactNode
}

/** An open point, with the way to its place on paper and to its data. */
export function Item({ inspection, of, onShow, what, children }: Props) {
  const { t } = useTranslation()
  const place = of === null ? null : ofIn(of)
  const link = place && place.entity !== 'reportText' && <Link href={whereIs(place, inspection).to}>{t('report.jump')}</Link>
  return (
    <li>
      <button type="button" data-quiet onClick={onShow}>{children}</button>
      {(link || what) && <span className={styles.ways}>{link}{what}</span>}
    </li>
  )
}
