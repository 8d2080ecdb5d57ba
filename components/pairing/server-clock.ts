/*
 * The server's clock as this tab knows it. What comes from the server is late by the way that it took, never
 * early, so of all moments heard the one that is furthest ahead is the nearest to the truth.
 */
let ahead: number | undefined

/** The server said that it was this moment, in milliseconds, just now or earlier. */
export function learnServerTime(moment: number, now = Date.now()) {
  if (Number.isFinite(moment)) ahead = Math.max(ahead ?? Number.NEGATIVE_INFINITY, moment - now)
}

/** The device's own clock until the server's was heard of. */
export const serverNow = (now = Date.now()): number => now + (ahead ?? 0)

/** For tests: as if nothing was heard. */
export function forgetServerTime() {
  ahead = undefined
}
