import { createEvents, type DateArray, type EventAttributes } from 'ics'
import { momentOfDutch } from '../../../shared/domain/dutch-day.ts'
import type { PublicationEvent } from '../../../shared/domain/publication-event.ts'

/** A calendar file (RFC 5545): days without a time, the embargo and who is told at their moment. The same events give the same bytes. */
export function icsOf(events: readonly PublicationEvent[]): Buffer {
  const { error, value } = createEvents(events.map(eventOf), { productId: '-//Veldtoets//Openbaarmaking//NL' })
  if (error || value === null) throw error ?? new TypeError('no calendar was made')
  return Buffer.from(value)
}

/** Who looks at a calendar need not open it: it is marked as confidential, and a term takes no time of anyone. */
function eventOf({ uid, at, title, text, stamp }: PublicationEvent): EventAttributes {
  const own = { uid, title, description: text, classification: 'CONFIDENTIAL', timestamp: Date.parse(stamp) } // DTSTAMP, which the types of the library lack
  if (!at.includes('T')) return { ...own, start: partsOf(at), duration: { days: 1 }, busyStatus: 'FREE', transp: 'TRANSPARENT' }
  return { ...own, start: partsOf(momentOfDutch(at)), startInputType: 'utc', startOutputType: 'utc', duration: { minutes: 15 }, busyStatus: 'BUSY' }
}

/** Year, month and day, and hour and minute where there are. */
const partsOf = (moment: string) => (moment.match(/^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/) ?? []).slice(1).filter((part) => part !== undefined).map(Number) as DateArray
