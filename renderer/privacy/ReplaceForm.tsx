import { type FormEvent, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HitKind } from '../../shared/domain/privacy-hit.ts'
import { api, useAnswer } from '../api.ts'
import { buttons, Labelled } from '../ui/Labelled.tsx'
import styles from './privacy.module.css'

interface Props {
  inspection: string
  hit: { kind: HitKind; pseudonym: string | null }
  onGive: (pseudonym: string) => void
  onCancel: () => void
}

/** Asks which pseudonym takes the place of what was found: one that is known, or the next of a word. What has one already keeps it. */
export function ReplaceForm(props: Props) {
  return <Suspense fallback={null}><Asked {...props} /></Suspense>
}

function Asked({ inspection, hit: { kind, pseudonym: own }, onGive, onCancel }: Props) {
  const { t } = useTranslation()
  const { known, free } = useAnswer(api.privacy.pseudonyms, { inspection })
  const likely = free.find((one) => one.startsWith(kind === 'postcode' ? 'adres-' : 'persoon-'))!
  const [chosen, setChosen] = useState(own ?? likely)
  const give = (event: FormEvent) => {
    event.preventDefault()
    onGive(chosen)
  }
  const options = (pseudonyms: readonly string[]) => pseudonyms.map((one) => <option key={one} value={one}>{one}</option>)
  return (
    <form className={styles.replace} onSubmit={give} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <Labelled label={t('privacy.replaceBy')} hint={own === null ? t('privacy.replaceExplain') : t('privacy.replaceKnown', { pseudonym: own })}>
        <select value={chosen} onChange={({ target }) => setChosen(target.value)} autoFocus>
          {own === null ? (
            <>
              {known.length > 0 && <optgroup label={t('privacy.knownPseudonyms')}>{options(known)}</optgroup>}
              <optgroup label={t('privacy.freePseudonyms')}>{options(free)}</optgroup>
            </>
          ) : options([own])}
        </select>
      </Labelled>
      <div className={buttons}>
        <button type="submit" data-main>{t('privacy.replaceNow')}</button>
        <button type="button" onClick={onCancel}>{t('reason.cancel')}</button>
      </div>
    </form>
  )
}
