import { type EventEntity, events, type Told, type ToldEvents } from '../../shared/domain/supervision.ts'

/** Published histories of supervision, in own words: letters and reports on Drenthe (2015 to 2018) and Zuid-Holland Zuid (2015 to 2017). */
export const DRENTHE = [
  { entity: 'event', day: '2015-12-30', title: 'Uitkomsten van de interne audit en stand van het verbeterplan ontvangen' },
  { entity: 'intensified', day: '2016-05-31', period: { from: '2016-05-31', until: '2016-11-30' } },
  { entity: 'event', day: '2016-06-01', title: 'Drie nieuwe medewerkers begonnen' },
  { entity: 'letter', day: '2018-11-01', direction: 'received', subject: 'Brief van het Dagelijks Bestuur, kenmerk BMO/HV/KE/ms/U180199' },
  { entity: 'pledge', day: '2018-11-01', by: 'Dagelijks Bestuur GGD Drenthe', what: 'Informatie binnen vier weken', due: '2018-11-29' },
  { entity: 'pledge', day: '2018-11-01', by: 'Dagelijks Bestuur GGD Drenthe', what: 'Plan binnen ongeveer drie maanden', due: '2019-02-01' },
] as const

/** Its four points of improvement were settled in a talk of which no report was made. */
export const ZUID_HOLLAND_ZUID = [
  { entity: 'measure', day: '2015-08-24', kind: 'recovery' },
  { entity: 'meeting', day: '2016-03-01', kind: 'regular' },
  { entity: 'meeting', day: '2017-12-15', kind: 'regular' },
  ...[
    'Veiligheidsplannen en afspraken beter maken en vastleggen', 'Monitorfunctie systematisch invoeren',
    'Ook volgen of het geweld gestopt is en de veiligheid hersteld', 'Onderzoek binnen tien weken',
  ].map((point) => ({ entity: 'established' as const, day: '2017-12-15', point, inspection: null, improvement: null })),
] as const

type Given<E extends EventEntity> = Partial<Told<E>> & { id: string }

/** Events with all fields that are not given left open. */
export function eventsOf(given: { [E in EventEntity]?: readonly Given<E>[] }): ToldEvents {
  const whole = Object.entries(events).map(([entity, schema]) => {
    const open = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, null]))
    return [entity, (given[entity as EventEntity] ?? []).map((one) => ({ ...open, ...one }))]
  })
  return Object.fromEntries(whole) as ToldEvents
}
