const DAY = 86_400_000

/** Whole days from now until a moment; 0 once it has passed. */
export const daysUntil = (moment: string) => Math.max(0, Math.floor((new Date(moment).getTime() - Date.now()) / DAY))
