import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CoAuthor } from '@/contracts/versions'
import { db } from '@/db/client'
import { document, documentClient, person } from '@/db/schema'
import { loadSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { env } from '@/env'

/**
 * Everybody who typed in the files that a room has now, and oneself, for a patch that names them. First texts and
 * restores are nobody's typing. Their real addresses stay with us: a patch is passed on and published, and
 * nobody on the team was told that their address would be.
 * @throws NotFound without a seat
 */
export async function listCoAuthors(
  actor: Actor,
  { roomId }: { roomId: string },
): Promise<{ you: CoAuthor; authors: CoAuthor[] }> {
  const seat = await loadSeat(db(), actor, roomId)
  const rows = await db()
    .selectDistinct({ id: person.id, name: person.name, handle: person.handle })
    .from(documentClient)
    .innerJoin(document, eq(document.id, documentClient.documentId))
    .innerJoin(person, eq(person.id, documentClient.personId))
    .where(and(eq(document.roomId, seat.roomId), isNull(document.deletedAt)))
    .orderBy(asc(person.name), asc(person.id))
  const { APP_URL: site } = env()
  const host = site ? new URL(site).hostname : 'prajix.dev'
  const toAuthor = (id: string, name: string, handle: string): CoAuthor => ({
    ...{ id, name, email: `${handle}@users.noreply.${host}` },
  })
  return {
    you: toAuthor(actor.personId, actor.name, actor.handle),
    authors: rows.map(({ id, name, handle }) => toAuthor(id, name, handle)),
  }
}
