/** The signed-in person on whose behalf a use-case runs; always taken from a checked session. */
export type Actor = {
  personId: string
  sessionId: string
  handle: string
  name: string
  line: number
  timeZone: string
}
/** A page can be read signed out too. */
export type Viewer = Actor | null
