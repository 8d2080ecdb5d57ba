import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { documentClient } from '@/db/schema'

/** What is stored of a file's Yjs clients, or of these among them: the clock that each has come to. */
export async function readClocks(
  q: Queryable,
  documentId: string,
  clients?: number[],
): Promise<Map<number, number>> {
  const rows = await q
    .select({ client: documentClient.client, clock: documentClient.clock })
    .from(documentClient)
    .where(
      and(
        eq(documentClient.documentId, documentId),
        clients && inArray(documentClient.client, clients),
      ),
    )
  return new Map(rows.map(({ client, clock }) => [client, clock]))
}
