import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { numbersOf } from '../../source/NumbersField.tsx'
import styles from './improvement.module.css'
import type { Told } from './listed.ts'
import { GiveState } from './StateForm.tsx'
import { StateMark } from './StateMark.tsx'

interface Props {
  inspection: string
  framework: Framework
  earlier: Told['earlier']
}

/** The points of the round before, each with what its ratings now suggest; a person decides what it is. */
export function EarlierPoints({ inspection, framework, earlier }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const carry = useOrder(api.improvement.carry)
  return (
    <>
      <p>{t('improvement.earlierLead')}</p>
      <ul className={styles.list}>
        {earlier.map(({ id, label, title, state, expectations, suggested }) => (
          <li key={id}>
            <button type="button" data-quiet className={styles.line} aria-expanded={opened === id} onClick={() => setOpened(opened === id ? null : id)}>
              <StateMark state={state?.state ?? 'open'} />
              <strong>{label}</strong>
              <span>{title}</span>
              <small>{[numbersOf(framework, expectations), suggested && t('improvement.suggested', { state: t(`improvement.state-${suggested}`) })].filter(Boolean).join(' · ')}</small>
            </button>
            {opened === id && (
              <div className={styles.opened}>
                <GiveState suggested={suggested} onGive={(given, reason) => carry.mutate({ inspection, point: id, state: given, reason })} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
