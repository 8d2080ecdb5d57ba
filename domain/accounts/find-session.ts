import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { id } from '@/contracts/inputs'
import { db } from '@/db/client'
import { person, session } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { seenEveryMilliseconds, sessionExpiry } from './session-lifetime'

/**
 * The person behind a live session; null when it has ended, has expired or never was.
 * One indexed read. At most every five minutes it also notes that the session was seen, which moves
 * its expiry, and the person's place in the directory.
 */
export async function findSession(sessionId: string): Promise<Actor | null> {
  // Comes from a token: a malformed one must not reach the database as a syntax error.
  if (!id.safeParse(sessionId).success) return null
  const now = new Date()
  const [row] = await db()
    .select({
      personId: person.id,
      sessionId: session.id,
      handle: person.handle,
      name: person.name,
      line: person.line,
      timeZone: person.timeZone,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(and(eq(session.id, sessionId), isNull(session.endedAt), gt(session.expiresAt, now)))
  if (!row) return null
  const { lastSeenAt, ...actor } = row
  if (now.getTime() - lastSeenAt.getTime() >= seenEveryMilliseconds) await noteSeen(sessionId, now)
  return actor
}

/** Repeats the condition, so that of many requests at once only the first writes. */
async function noteSeen(sessionId: string, now: Date) {
  const [noted] = await db()
    .update(session)
    .set({ lastSeenAt: now, expiresAt: sessionExpiry(now) })
    .where(
      and(
        eq(session.id, sessionId),
        isNull(session.endedAt),
        lt(session.lastSeenAt, new Date(now.getTime() - seenEveryMilliseconds + 1)),
      ),
    )
    .returning({ personId: session.personId })
  if (noted) await db().update(person).set({ activeAt: now }).where(eq(person.id, noted.personId))
}
