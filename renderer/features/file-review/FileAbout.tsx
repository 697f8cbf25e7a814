import { useTranslation } from 'react-i18next'
import { ReadFile } from '../../../shared/domain/case-file.ts'
import { api, useAnswer } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { Labelled, row } from '../../ui/Labelled.tsx'
import type { Field } from '../../../shared/domain/field.ts'

/** Under which pseudonym a file is cited, and who of the team read it. */
export function FileAbout({ inspection, file }: { inspection: string; file: string }) {
  const { t } = useTranslation()
  const { team } = useAnswer(api.inspection.get, { inspection })
  const at = (field: 'pseudonym' | 'reviewer') => ({ inspection, entity: 'caseFile' as const, entityId: file, field })
  const pseudonym = useAnswer(api.field.get, at('pseudonym')).field as Field<string>
  const reviewer = useAnswer(api.field.get, at('reviewer')).field as Field<string>
  const members = team.flatMap(({ id, member }) => (member.value ? [{ id, name: member.value.name }] : []))
  const nameOf = (member: string) => members.find(({ id }) => id === member)?.name ?? member
  const read = (typed: string) => ReadFile.shape.pseudonym.safeParse(typed.trim()).data ?? null
  return (
    <div className={row}>
      <LineAnswer place={at('pseudonym')} field={pseudonym} label={t('fileReview.pseudonym')} hint={t('fileReview.pseudonymHint')} read={read} wrong={t('fileReview.pseudonymWrong')} />
      <Answered<string> place={at('reviewer')} field={reviewer} label={t('fileReview.reviewer')} show={nameOf}>
        {(value, record) => (
          <Labelled label={t('fileReview.reviewer')}>
            <select value={value ?? ''} onChange={({ target }) => record(target.value || null)}>
              <option value="">{t('fileReview.nobody')}</option>
              {members.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </Labelled>
        )}
      </Answered>
    </div>
  )
}
