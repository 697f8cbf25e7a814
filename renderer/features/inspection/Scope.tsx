import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import { assessedOf, type Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { seenOf } from '../../field/orders.ts'
import { useFramework } from '../../framework.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { ScopeFields } from './ScopeFields.tsx'

interface Props {
  inspection: string
  hash: string
  field: Field<string[]>
}

/** What this visit examines, with what was chosen before and why; another choice asks for its reason. */
export function Scope({ inspection, hash, field }: Props) {
  const { t } = useTranslation()
  const framework = useFramework(hash)
  const [choosing, setChoosing] = useState(false)
  const numbers = (ids: readonly string[]) => assessedOf(framework).filter(({ id }) => ids.includes(id)).map(({ number }) => number).join(', ')
  const reason = field.heads[0]?.reason
  return (
    <>
      <Answered<string[]> place={{ inspection, entity: 'inspection', entityId: inspection, field: 'scope' }} label={t('scope.examined')} field={field} show={numbers}>
        {(value) => (
          <div>
            <strong>{t('scope.examined')}</strong>
            <p>{value === null ? t('scope.all', { count: assessedOf(framework).length }) : `${t('scope.count', { count: value.length, of: assessedOf(framework).length })}: ${numbers(value)}`}</p>
            {reason && <p><small>{t('scope.because', { reason })}</small></p>}
            <button type="button" onClick={() => setChoosing(true)}>{t('scope.change')}</button>
          </div>
        )}
      </Answered>
      {choosing && (
        <Dialog wide title={t('scope.change')} onClose={() => setChoosing(false)}>
          <Choosing inspection={inspection} framework={framework} field={field} onDone={() => setChoosing(false)} />
        </Dialog>
      )}
    </>
  )
}

function Choosing({ inspection, framework, field, onDone }: Omit<Props, 'hash'> & { framework: Framework; onDone: () => void }) {
  const { t } = useTranslation()
  const rescope = useOrder(api.inspection.rescope)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(field.value ?? assessedOf(framework).map(({ id }) => id)))
  const [reason, setReason] = useState('')
  const give = (event: FormEvent) => {
    event.preventDefault()
    const expectations = chosen.size === assessedOf(framework).length ? [] : [...chosen]
    rescope.mutate({ inspection, expectations, reason: reason.trim(), seen: seenOf(field) }, { onSuccess: onDone })
  }
  return (
    <form onSubmit={give}>
      <ScopeFields framework={framework} chosen={chosen} onChange={setChosen} />
      <Labelled label={t('scope.why')}><input value={reason} onChange={({ target }) => setReason(target.value)} /></Labelled>
      <div className={buttons}>
        <button type="submit" disabled={chosen.size === 0 || reason.trim() === '' || rescope.isPending}>{t('reason.give')}</button>
        <button type="button" onClick={onDone}>{t('reason.cancel')}</button>
      </div>
    </form>
  )
}
