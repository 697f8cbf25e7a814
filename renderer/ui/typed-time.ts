/** Reads a time as it is typed (`9:30`, `930`, `9.30`, `14`): hours and minutes, as `09:30`. Null for what is no time. */
export function timeFrom(typed: string): string | null {
  const [, hour, minute = '00'] = /^\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*$/.exec(typed) ?? []
  return hour === undefined || Number(hour) > 23 || Number(minute) > 59 ? null : `${hour.padStart(2, '0')}:${minute}`
}
