import { createHash } from 'node:crypto'

/** The roadmap line 1–5 that colours a person's avatar: spread evenly, and the same for a handle. */
export const avatarLine = (handle: string) =>
  ((createHash('sha256').update(handle).digest()[0] ?? 0) % 5) + 1
