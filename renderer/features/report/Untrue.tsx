import { useTranslation } from 'react-i18next'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useOrder } from '../../api.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { Item } from './Item.tsx'
import type { Untrue as Hit } from './use-checks.ts'

interface Props {
  inspection: string
  language: ReportLanguage
  hits: readonly Hit[]
  onShow: (mark: string, of: string) => void
}

/** Sentences that say something else than the data: each is mended at its text or its data, or a person says that it is right, and can take that back. */
export function Untrue({ inspection, language, hits, onShow }: Props) {
  const { t } = useTranslation()
  const answer = useOrder(api.report.answerProse)
  return (
    <>
      {hits.map(({ mark, said, data, of, kind, start, about, right }) => (
        <Item key={mark} inspection={inspection} of={about ? `${about.entity}:${about.entityId}:` : of} onShow={() => onShow(mark, of)} what={(
          <button
            type="button"
            data-quiet
            disabled={answer.isPending}
            aria-label={t(right ? 'report.lookAgainNamed' : 'report.rightNamed', { said })}
            onClick={() => answer.mutate({ inspection, language, of, kind, start, right: right === null })}
          >
            {t(right ? 'report.lookAgain' : 'report.right')}
          </button>
        )}
        >
          <q>{said}</q><br /><small>{t('report.dataSay', { data })}</small>
          {right && <><br /><small>{t('report.rightBy', { name: right.by, at: momentOf(right.at) })}</small></>}
        </Item>
      ))}
    </>
  )
}
