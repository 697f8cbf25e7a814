import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Capacity, statementOf } from '../../../shared/domain/statement.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { buttons, fields } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import { CapacityChoice, SignersChoice } from './Signers.tsx'

interface Props {
  inspection: string
  blocked: boolean
}

/** Says who signs and as what; alone it becomes a file for the office, together a proposal that waits for the others. */
export function HandOver({ inspection, blocked }: Props) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const signers = useAnswer(api.bundle.signers, { inspection })
  const { capacity } = useAnswer(api.bundle.capacity, { inspection })
  const person = useAnswer(api.workspace.status, {})?.person
  const [as, setAs] = useState<Capacity>(capacity)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const others = chosen ?? signers.flatMap(({ kid, own, changes }) => (kid !== null && !own && changes > 0 ? [kid] : []))
  const needed = useAnswer(api.enrolment.status, {}).pass?.signers ?? 1
  const tooFew = 1 + others.length < needed
  const isPaper = summary.takenFrom === 'report'
  return (
    <div className={fields}>
      <SignersChoice inspection={inspection} chosen={others} onChoose={setChosen} />
      <CapacityChoice capacity={as} onChoose={setAs} />
      <p>{t('sign.statement', { name: person?.name, statement: statementOf(as, isPaper ? 'paper' : 'made') })}</p>
      {needed > 1 && <Notice tone={tooFew ? 'warning' : 'note'}>{t(tooFew ? 'policy.tooFew' : 'policy.told', { count: needed })}</Notice>}
      {blocked && <p>{t('sign.blocked')}</p>}
      {others.length === 0
        ? <Alone inspection={inspection} blocked={blocked || tooFew} as={as} />
        : <Together inspection={inspection} blocked={blocked || tooFew} as={as} others={others} />}
    </div>
  )
}

/** Signs the whole inspection, saves it as a bundle for the office and says what comes next. */
function Alone({ inspection, blocked, as }: Props & { as: Capacity }) {
  const { t } = useTranslation()
  const names = useAnswer(api.bundle.suggestName, { inspection })
  const handOver = useOrder(written(api.bundle.handOver))
  const sign = async (plain: boolean) => {
    const file = await window.bridge.save(plain ? names.plain : names.name)
    if (file) handOver.mutate({ inspection, file, plain, as })
  }
  const disabled = blocked || handOver.isPending
  return (
    <>
      <div className={buttons}>
        <button type="button" data-main disabled={disabled} onClick={() => void sign(false)}>{t('sign.sign')}</button>
      </div>
      <p>{t('sign.encrypted')}</p>
      <details>
        <summary>{t('sign.plain')}</summary>
        <p>{t('sign.plainLead')}</p>
        <button type="button" disabled={disabled} onClick={() => void sign(true)}>{t('sign.signPlain')}</button>
      </details>
      {handOver.isPending && <Running progress={handOver.progress} label={t('sign.signing')} onCancel={handOver.cancel} />}
      {handOver.isSuccess && (
        <Notice tone="note">
          <p role="status">{t('sign.signed', { sequence: handOver.data.sequence })}</p>
          <p>{t('sign.fingerprint')} <Fingerprint manifest={handOver.data.manifest} /></p>
          <p>{t('sign.whatNext')}</p>
        </Notice>
      )}
    </>
  )
}

/** Signs and lays it before the others; nothing leaves the laptop yet. */
function Together({ inspection, blocked, as, others }: Props & { as: Capacity; others: string[] }) {
  const { t } = useTranslation()
  const propose = useOrder(api.bundle.propose)
  return (
    <>
      <div className={buttons}>
        <button type="button" data-main disabled={blocked || propose.isPending} onClick={() => propose.mutate({ inspection, others, as })}>{t('sign.propose')}</button>
      </div>
      <p>{t('sign.proposeLead')}</p>
      {propose.isPending && <Running progress={propose.progress} label={t('sign.signing')} onCancel={propose.cancel} />}
      {propose.isSuccess && <Notice tone="note"><p role="status">{t('sign.proposed', { sequence: propose.data.sequence })}</p></Notice>}
    </>
  )
}
