import { useTranslation } from 'react-i18next'
import { criteriaOf, type Framework, listedOf } from '../../../shared/domain/framework.ts'

interface Place {
  entity: string
  entityId: string
  field: string
}

/** The stage of an inspection in which something is recorded that is no judgement. */
export const stageOf = (entity: string) =>
  entity === 'conclusion' || entity === 'fact' ? 'eindoordeel' : IN_REGISTERS.includes(entity) ? 'documenten' : 'voorbereiding'

/** How a field of a judgement is called; null where the place says enough. */
export const fieldKeyOf = ({ entity, field }: Pick<Place, 'entity' | 'field'>) => FIELDS[`${entity}.${field}`] ?? null

const IN_REGISTERS = ['document', 'observation', 'evidence']

/** Says in words where something was recorded, and the way to it: by its number in the framework, or else the stage of the inspection. */
export function usePlaces(inspection: string, framework: Framework) {
  const { t } = useTranslation()
  const numbers = new Map([...criteriaOf(framework), ...listedOf(framework)].map(({ id, number }) => [id, number]))
  const judging = (kind: 'criterium' | 'verwachting', id: string) => ({ to: `/inspectie/${inspection}/oordelen/${kind}/${id}`, text: numbers.get(id) ?? id })
  const placeOf = ({ entity, entityId }: Pick<Place, 'entity' | 'entityId'>) => {
    if (entity === 'finding' || entity === 'limb') return judging('verwachting', entityId.split('/')[0]!)
    if (entity === 'appraisal') return judging('criterium', entityId)
    const stage = stageOf(entity)
    return { to: `/inspectie/${inspection}/${stage}`, text: t(`stage.${stage}`) }
  }
  /** Fields by where they are: 2.1.1: oordeel, onderbouwing. */
  const fieldsByPlace = (places: readonly Place[]) => [...Map.groupBy(places, (place) => placeOf(place).to)].map(([to, inside]) => ({
    to, text: placeOf(inside[0]!).text, fields: [...new Set(inside.flatMap((one) => fieldOf(one) ?? []))],
  }))
  const fieldOf = (place: Place): string | null => {
    const key = fieldKeyOf(place)
    return key && t(`sign.field.${key}`)
  }
  return { judging, placeOf, fieldsByPlace }
}

const FIELDS: Readonly<Record<string, 'rating' | 'rationale' | 'mark' | 'judgement' | 'before' | 'now'>> = {
  'finding.rating': 'rating', 'finding.rationale': 'rationale', 'limb.mark': 'mark', 'appraisal.judgement': 'judgement', 'appraisal.before': 'before', 'appraisal.now': 'now',
}
