import { useTranslation } from 'react-i18next'
import { type ArchiveDecision, ArchiveTerms } from '../../../shared/domain/archive-terms.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { row } from '../../ui/Labelled.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'

/** Years as people write them, from and to the duration of ISO 8601. */
const yearsIn = (retention: string | null) => /^P(\d+)Y$/.exec(retention ?? '')?.[1] ?? retention
const retentionOf = (typed: string) => ArchiveTerms.shape.retention.safeParse(/^\d+$/.test(typed.trim()) ? `P${typed.trim()}Y` : typed.trim()).data ?? null

/** What the archive asks and no inspection says; each field is kept when it is left. */
export function ArchiveForm() {
  const { t } = useTranslation()
  const { terms, missing } = useAnswer(api.dataExport.terms, {})
  const set = useOrder(api.dataExport.setTerms)
  const { creator, appraisal, restriction, category } = terms
  const keep = (decision: ArchiveDecision) => set.mutate({ terms: decision }) // no more than what was typed: another field may still be on its way
  const hint = (value: string | null) => (value === null ? { hint: t('dataExport.undecided') } : {})
  return (
    <Part title={t('dataExport.archive')}>
      <p>{t('dataExport.archiveLead')}</p>
      {missing.length > 0 && (
        <Notice tone="warning"><p>{t('dataExport.missing', { list: missing.map((term) => t(`dataExport.term-${term}`)).join(', ') })}</p></Notice>
      )}
      <div className={row}>
        <LineField label={t('dataExport.term-creator')} {...hint(creator.name)} value={creator.name} onChange={(name) => keep({ creator: { name } })} />
        <LineField label={t('dataExport.creatorId')} value={creator.id} onChange={(id) => keep({ creator: { id } })} />
        <LineField label={t('dataExport.creatorRegister')} value={creator.register} onChange={(register) => keep({ creator: { register } })} />
      </div>
      <div className={row}>
        <LineField label={t('dataExport.term-appraisal')} {...hint(appraisal.label)} value={appraisal.label} onChange={(label) => keep({ appraisal: { label } })} />
        <LineField label={t('dataExport.appraisalCode')} value={appraisal.code} onChange={(code) => keep({ appraisal: { code } })} />
        <LineField label={t('dataExport.term-appraisalList')} {...hint(appraisal.list)} value={appraisal.list} onChange={(list) => keep({ appraisal: { list } })} />
      </div>
      <div className={row}>
        <LineField label={t('dataExport.term-restriction')} {...hint(restriction.label)} value={restriction.label} onChange={(label) => keep({ restriction: { label } })} />
        <LineField label={t('dataExport.restrictionDescription')} value={restriction.description} onChange={(description) => keep({ restriction: { description } })} />
        <LineField label={t('dataExport.term-restrictionList')} {...hint(restriction.list)} value={restriction.list} onChange={(list) => keep({ restriction: { list } })} />
      </div>
      <div className={row}>
        <LineField
          label={t('dataExport.retention')}
          {...hint(terms.retention)}
          value={yearsIn(terms.retention)}
          read={retentionOf}
          wrong={t('dataExport.retentionWrong')}
          onChange={(retention) => keep({ retention })}
        />
        <LineField label={t('dataExport.category')} {...hint(category.label)} value={category.label} onChange={(label) => keep({ category: { label } })} />
        <LineField label={t('dataExport.categoryList')} {...hint(category.list)} value={category.list} onChange={(list) => keep({ category: { list } })} />
      </div>
    </Part>
  )
}
