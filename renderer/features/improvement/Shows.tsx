import { useTranslation } from 'react-i18next'
import { useAllSources } from '../../source/sources.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import { useElements } from './elements.ts'
import type { ListedMeasure } from './listed.ts'

/** The sources that show what became of a measure, and the one to add. */
export function Shows({ inspection, measure: { id, sources: now } }: { inspection: string; measure: ListedMeasure }) {
  const { t } = useTranslation()
  const elements = useElements(inspection)
  const all = useAllSources(inspection)?.sources ?? []
  const nameOf = (source: string) => {
    const found = all.find((one) => one.id === source)
    return found ? `${found.label === null ? '' : `[${found.label}] `}${found.title}` : '–'
  }
  const say = (wanted: readonly string[]) => void elements({ entity: 'measureSource', field: 'shows', of: id, now, wanted })
  const others = all.filter((one) => !now.includes(one.id))
  return (
    <>
      {now.length > 0 && (
        <ul aria-label={t('improvement.shownBy')}>
          {now.map((source) => (
            <li key={source}>
              {nameOf(source)} <button type="button" data-quiet onClick={() => say(now.filter((one) => one !== source))}>{t('improvement.unlink', { source: nameOf(source) })}</button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Labelled label={t('improvement.shownBy')}>
          <select value="" onChange={({ target }) => say([...now, target.value])}>
            <option value="">{t('improvement.choose')}</option>
            {others.map((one) => <option key={one.id} value={one.id}>{nameOf(one.id)}</option>)}
          </select>
        </Labelled>
      )}
    </>
  )
}
