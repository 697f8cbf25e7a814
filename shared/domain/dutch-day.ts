const IN_THE_NETHERLANDS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day, yyyy-mm-dd, that a moment (UTC, as it is recorded) has on the clocks of the Netherlands. */
export const dutchDayOf = (moment: string): string => IN_THE_NETHERLANDS.format(new Date(moment))

const TO_THE_MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

/** The day and time, yyyy-mm-ddThh:mm, that a moment (UTC) has on the clocks of the Netherlands. */
export const dutchMomentOf = (moment: string): string => TO_THE_MINUTE.format(new Date(moment)).replace(' ', 'T')

/**
 * The moment (UTC, to the minute) at which the clocks of the Netherlands show a day and time. An hour that comes twice, when summer time ends, is
 * the first of the two; one that is left out, when it begins, is as much later.
 */
export function momentOfDutch(local: string): string {
  const asIfUtc = Date.parse(`${local}:00Z`)
  const guesses = [2, 1].map((hours) => new Date(asIfUtc - hours * 3_600_000).toISOString())
  return guesses.find((guess) => dutchMomentOf(guess) === local) ?? guesses[1]!
}
