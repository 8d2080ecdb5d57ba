/** How long a session lasts after it was last seen. */
export const sessionDays = 30
export const sessionSeconds = sessionDays * 24 * 60 * 60

/** A session's "last seen" is written at most this often: a page view must not cost a write. */
export const seenEveryMilliseconds = 5 * 60 * 1000

export const sessionExpiry = (from: Date = new Date()) =>
  new Date(from.getTime() + sessionSeconds * 1000)
