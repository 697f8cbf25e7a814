/** Midnight UTC of a day, by the platform's own calendar. */
export const millisecondsOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Every day from the first to the last, both included. */
export function everyDay(first: string, last: string): string[] {
  const count = (millisecondsOf(last) - millisecondsOf(first)) / 86_400_000 + 1
  return Array.from({ length: count }, (_, index) => new Date(millisecondsOf(first) + index * 86_400_000).toISOString().slice(0, 10))
}
