/** Who asks before anybody is signed in: what limits count by, and what a session remembers. */
export type Requester = {
  /** The client's network address; null when it cannot be known. */
  address: string | null
  userAgent: string
}
