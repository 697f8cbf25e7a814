import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Labelled } from './Labelled.tsx'
import { strengthOf } from './passphrase-strength.ts'

/** A new passphrase, typed twice; given once it is strong enough and both are the same, null otherwise. */
export function Passphrase({ label, onChange }: { label: string; onChange: (passphrase: string | null) => void }) {
  const { t } = useTranslation()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const { strength, characters, words } = strengthOf(first)
  const type = (first: string, second: string) => {
    setFirst(first)
    setSecond(second)
    onChange(first === second && strengthOf(first).strength !== 'weak' ? first : null)
  }
  const said = first === '' ? t('passphrase.hint') : strength === 'weak' ? t('passphrase.weak', { characters, words }) : t(`passphrase.${strength}`)
  return (
    <>
      <Labelled label={label} hint={<span aria-live="polite">{said}</span>}>
        <input type="password" autoComplete="new-password" value={first} onChange={({ target }) => type(target.value, second)} />
      </Labelled>
      <Labelled label={t('passphrase.again', { label: label.toLowerCase() })} refusal={second.length >= first.length && second !== first ? t('passphrase.differs') : null}>
        <input type="password" autoComplete="new-password" value={second} onChange={({ target }) => type(first, target.value)} />
      </Labelled>
    </>
  )
}
