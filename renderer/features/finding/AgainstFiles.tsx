import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'

/** A second look where a rating goes against what the files come to. It comes when it is known, and nothing waits for it. */
export function AgainstFiles({ inspection, expectation, framework }: { inspection: string; expectation: string; framework: Framework }) {
  const { t } = useTranslation()
  const asked = { inspection, expectation }
  const { data } = useQuery({ queryKey: [api.fileReview.rollUp.path, asked], queryFn: () => api.fileReview.rollUp(asked), enabled: framework.fieldwork !== null })
  if (!data || data.against.length === 0) return null
  const terms = data.against.map((id) => framework.fieldwork?.terms.find((term) => term.id === id)?.label ?? id)
  return <Notice tone="warning"><p>{t('fileReview.rollUp.againstRating', { terms: terms.join(', ') })}</p></Notice>
}
