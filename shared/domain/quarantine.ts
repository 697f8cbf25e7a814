/** For how many days a bundle that a person is done with stays before it can be removed: a choice of this program, longer than the six weeks in which one may object (Awb 6:7). */
export const KEPT_APART_DAYS = 90

const DAY = 86_400_000

/** From when a bundle that was put away at a moment can be removed. */
export const removableFrom = (putAway: string) => new Date(Date.parse(putAway) + KEPT_APART_DAYS * DAY).toISOString()
