import { useTranslation } from 'react-i18next'
import { Performer } from '../../shared/domain/claim.ts'
import type { State } from '../../shared/domain/entity.ts'
import { ChoiceAnswer } from '../field/ChoiceAnswer.tsx'
import { LineAnswer } from '../field/LineAnswer.tsx'
import { TextField } from '../field/TextField.tsx'

interface Props {
  inspection: string
  expectation: string
  performer: State<'performer'>
  draft: string | null
}

/** Who performs an expectation; of another organisation also which, and what it cannot do. */
export function Performed({ inspection, expectation, performer, draft }: Props) {
  const { t } = useTranslation()
  const named = (field: keyof typeof performer) => t(`claim.${field}`)
  const at = <F extends keyof typeof performer>(field: F) => ({
    place: { inspection, entity: 'performer' as const, entityId: expectation, field }, label: named(field), field: performer[field],
  })
  const isElsewhere = performer.by.value !== 'own' || performer.organisation.heads.length + performer.cannot.heads.length > 0
  const isSaid = performer.by.heads.length > 0 || performer.organisation.heads.length > 0
  return (
    <>
      <ChoiceAnswer {...at('by')} options={Performer.shape.by.options} named={(one) => t(`claim.by-${one}`)} none={t('claim.unsaid')} />
      {isSaid && isElsewhere && (
        <>
          <LineAnswer {...at('organisation')} />
          <TextField {...at('cannot')} draft={draft} />
        </>
      )}
    </>
  )
}
