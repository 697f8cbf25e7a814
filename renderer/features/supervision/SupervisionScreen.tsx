import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { Screen } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import { AskFigures } from './AskFigures.tsx'
import { Events } from './Events.tsx'
import { Standing } from './Standing.tsx'
import { Timeline } from './Timeline.tsx'

/** One organisation over the years: what needs attention, the timeline, what was recorded, and its monthly figures. */
export function SupervisionScreen({ organisation, children }: { organisation: string; children: ReactNode }) {
  const { t } = useTranslation()
  const file = useAnswer(api.supervision.get, { organisation, today: today() })
  const printing = useOrder(written(api.supervision.print))
  const print = async () => {
    const to = await window.bridge.save(t('supervision.printName'))
    if (to) printing.mutate({ organisation, today: today(), file: to })
  }
  return (
    <Screen
      title={file.organisation.name}
      lead={t('supervision.lead')}
      actions={<button type="button" disabled={printing.isPending} onClick={() => void print()}>{t('supervision.print')}</button>}
    >
      <Standing file={file} />
      <Timeline items={file.timeline} />
      <Events file={file} />
      {children}
      <AskFigures file={file} />
    </Screen>
  )
}
