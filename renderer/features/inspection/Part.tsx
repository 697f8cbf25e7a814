import { useTranslation } from 'react-i18next'
import { useFramework } from '../../framework.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import { ScopeFields } from './ScopeFields.tsx'

/** What a visit to a part is to examine, and why that. */
export interface Chosen {
  expectations: string[]
  reason: string
}

/** The part that a new visit is about; nothing chosen is all. */
export function Part({ hash, chosen, refusal, onChange }: { hash: string; chosen: Chosen; refusal: string | undefined; onChange: (chosen: Chosen) => void }) {
  const { t } = useTranslation()
  const framework = useFramework(hash)
  return (
    <>
      <ScopeFields framework={framework} chosen={new Set(chosen.expectations)} onChange={(ids) => onChange({ ...chosen, expectations: [...ids] })} />
      {chosen.expectations.length > 0 && (
        <Labelled label={t('scope.why')} refusal={refusal}>
          <input value={chosen.reason} onChange={({ target }) => onChange({ ...chosen, reason: target.value })} />
        </Labelled>
      )}
    </>
  )
}
