import { useTranslation } from 'react-i18next'
import { ArchiveTerms } from '../../../shared/domain/archive-terms.ts'
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
  const keep = (change: Partial<ArchiveTerms>) => set.mutate({ terms: { ...terms, ...change } })
  const hint = (value: string | null) => (value === null ? { hint: t('dataExport.undecided') } : {})
  return (
    <Part title={t('dataExport.archive')}>
      <p>{t('dataExport.archiveLead')}</p>
      {missing.length > 0 && (
        <Notice tone="warning"><p>{t('dataExport.missing', { list: missing.map((term) => t(`dataExport.term-${term}`)).join(', ') })}</p></Notice>
      )}
      <div className={row}>
        <LineField label={t('dataExport.term-creator')} {...hint(creator.name)} value={creator.name} onChange={(name) => keep({ creator: { ...creator, name } })} />
        <LineField label={t('dataExport.creatorId')} value={creator.id} onChange={(id) => keep({ creator: { ...creator, id } })} />
        <LineField label={t('dataExport.creatorRegister')} value={creator.register} onChange={(register) => keep({ creator: { ...creator, register } })} />
      </div>
      <div className={row}>
        <LineField label={t('dataExport.term-appraisal')} {...hint(appraisal.label)} value={appraisal.label} onChange={(label) => keep({ appraisal: { ...appraisal, label } })} />
        <LineField label={t('dataExport.appraisalCode')} value={appraisal.code} onChange={(code) => keep({ appraisal: { ...appraisal, code } })} />
        <LineField label={t('dataExport.term-appraisalList')} {...hint(appraisal.list)} value={appraisal.list} onChange={(list) => keep({ appraisal: { ...appraisal, list } })} />
      </div>
      <div className={row}>
        <LineField label={t('dataExport.term-restriction')} {...hint(restriction.label)} value={restriction.label} onChange={(label) => keep({ restriction: { ...restriction, label } })} />
        <LineField label={t('dataExport.restrictionDescription')} value={restriction.description} onChange={(description) => keep({ restriction: { ...restriction, description } })} />
        <LineField label={t('dataExport.term-restrictionList')} {...hint(restriction.list)} value={restriction.list} onChange={(list) => keep({ restriction: { ...restriction, list } })} />
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
        <LineField label={t('dataExport.category')} {...hint(category.label)} value={category.label} onChange={(label) => keep({ category: { ...category, label } })} />
        <LineField label={t('dataExport.categoryList')} {...hint(category.list)} value={category.list} onChange={(list) => keep({ category: { ...category, list } })} />
      </div>
    </Part>
  )
}
