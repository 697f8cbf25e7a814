import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { evidence as contract } from '../../../shared/api/evidence.ts'
import { isPicture, isSound, mayShowPeople } from '../../../shared/domain/evidence.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { PictureQuestion } from '../../privacy/PictureQuestion.tsx'
import { Privileged } from '../../privacy/Privileged.tsx'
import { LabelAnswer } from '../../source/LabelAnswer.tsx'
import { Links } from '../../source/Links.tsx'
import { useAllSources } from '../../source/sources.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Editor } from './Editor.tsx'
import { ForReport } from './ForReport.tsx'
import styles from './evidence.module.css'
import { Shown } from './Shown.tsx'

type Listed = z.infer<typeof contract.list.output>[number]

interface Props {
  inspection: string
  evidence: Listed
  labelOf: (evidence: string) => string
  go: { previous: string | undefined; next: string | undefined; to: (evidence: string) => void }
  /** Where a PDF file opens. */
  begin: number
  onClose: () => void
}

/** One piece of evidence: seen or heard where that is safe, described, turned, linked, edited as a new version, saved or erased. */
export function Viewer(props: Props) {
  const { t } = useTranslation()
  const { evidence: { label, type }, onClose } = props
  return (
    <Dialog title={t(nameOf(type), { label: label ?? '≠' })} wide={type === 'application/pdf'} onClose={onClose}>
      <Suspense fallback={null}><Viewed {...props} /></Suspense>
    </Dialog>
  )
}

const nameOf = (type: Listed['type']) => {
  if (type === 'application/pdf') return 'evidence.pdf'
  if (isSound(type)) return 'evidence.recording'
  return isPicture(type) ? 'evidence.picture' : 'evidence.named'
}

function Viewed({ inspection, evidence: { id, label, type, rotation, here, derivedFrom, scanOf, takenAt }, labelOf, go, begin, onClose }: Props) {
  const { t } = useTranslation()
  const { fields, links } = useAnswer(api.evidence.get, { inspection, evidence: id })
  const record = useFieldOrder(api.field.record)
  const owner = useAllSources(inspection)?.sources.find((source) => source.id === scanOf)
  const [task, setTask] = useState<'edit' | 'erase' | null>(null)
  const at = <F extends keyof typeof fields>(field: F) => ({ place: { inspection, entity: 'evidence' as const, entityId: id, field }, field: fields[field] })
  const turn = () => record.mutate({ ...at('rotation').place, value: (rotation + 90) % 360, reason: null, seen: seenOf(fields.rotation) })
  if (task === 'edit') return <Editor inspection={inspection} evidence={id} rotation={rotation} onDone={(made) => (made === null ? setTask(null) : go.to(made))} />
  return (
    <div className={styles.viewer}>
      <Shown inspection={inspection} evidence={id} rotation={rotation} label={label ?? '≠'} citedAs={owner?.label ?? label ?? '≠'} begin={begin} />
      <div className={buttons}>
        <button type="button" disabled={!go.previous} onClick={() => go.to(go.previous!)}>{t('evidence.previous')}</button>
        <button type="button" disabled={!go.next} onClick={() => go.to(go.next!)}>{t('evidence.next')}</button>
        {here && isPicture(type) && <button type="button" onClick={turn}>{t('evidence.rotate')}</button>}
        {here && isPicture(type) && <button type="button" onClick={() => setTask('edit')}>{t('evidence.edit')}</button>}
        {here && <SaveButton inspection={inspection} evidence={id} name={`${label ?? 'bestand'}.${fields.file.value?.extension || 'bin'}`} />}
        <button type="button" onClick={() => setTask('erase')}>{t('evidence.erase')}</button>
      </div>
      {task === 'erase' && <EraseForm inspection={inspection} evidence={id} onErased={onClose} onCancel={() => setTask(null)} />}
      {here && mayShowPeople(type) && (
        <PictureQuestion inspection={inspection} evidence={id} sound={isSound(type)} shows={fields.shows} onCover={() => setTask('edit')} />
      )}
      {derivedFrom && <p>{t('evidence.derived', { label: labelOf(derivedFrom) })}</p>}
      {takenAt && <p>{t('evidence.takenAt', { moment: momentOf(takenAt) })}</p>}
      <LineAnswer {...at('caption')} label={t('evidence.caption')} hint={t('evidence.captionHint')} />
      {here && isPicture(type) && <ForReport inspection={inspection} evidence={id} fields={fields} onMade={go.to} />}
      <LabelAnswer {...at('label')} />
      {scanOf === null
        ? <Links inspection={inspection} source={id} label={t('evidence.links')} links={links} />
        : <p>{t('evidence.scanOf', { label: [owner?.label && `[${owner.label}]`, owner?.title].filter(Boolean).join(' ') || '–' })}</p>}
      <Privileged inspection={inspection} entity="evidence" entityId={id} />
    </div>
  )
}

function SaveButton({ inspection, evidence, name }: { inspection: string; evidence: string; name: string }) {
  const { t } = useTranslation()
  const save = useOrder(written(api.evidence.save))
  const choose = async () => {
    const file = await window.bridge.save(name)
    if (file !== null) save.mutate({ inspection, evidence, file })
  }
  return <button type="button" title={t('evidence.saveExplain')} onClick={() => void choose()}>{t('evidence.save')}</button>
}

function EraseForm({ inspection, evidence, onErased, onCancel }: { inspection: string; evidence: string; onErased: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const erase = useOrder(api.evidence.erase)
  return (
    <>
      <p>{t('evidence.eraseExplain')}</p>
      <ReasonForm question={t('evidence.eraseWhy')} onGive={(reason) => erase.mutate({ inspection, evidence, reason }, { onSuccess: onErased })} onCancel={onCancel} />
    </>
  )
}
