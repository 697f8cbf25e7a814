import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { dayOf } from '../../i18n/i18n.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The inspections in which all typed words occur; typing goes before drawing, so that no key is late. */
export function useSearched(inspections: readonly InspectionSummary[], typed: string): readonly InspectionSummary[] {
  const { t } = useTranslation()
  const texts = useMemo(
    () => inspections.map(({ organisation, framework, kind, firstDay, status }) =>
      plain([organisation.name, framework.title, t(`kind.${kind}`), firstDay ? `${firstDay} ${dayOf(firstDay)}` : '', t(`state.${status}`)].join(' '))),
    [inspections, t],
  )
  const wanted = useDeferredValue(typed)
  return useMemo(() => {
    const words = plain(wanted).split(/\s+/)
    return inspections.filter((_, place) => words.every((word) => texts[place]!.includes(word)))
  }, [inspections, texts, wanted])
}
