const IN_THE_NETHERLANDS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day, yyyy-mm-dd, that a moment (UTC, as it is recorded) has on the clocks of the Netherlands. */
export const dutchDayOf = (moment: string): string => IN_THE_NETHERLANDS.format(new Date(moment))
