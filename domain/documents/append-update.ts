import { and, eq, inArray, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { UpdateDocumentInput } from '@/contracts/documents'
import { db, pool, type Transaction } from '@/db/client'
import { document, documentClient, documentUpdate } from '@/db/schema'
import {
  assertNotDeleted,
  type LockedDocument,
  lockDocument,
  lockedWriterStatement,
  lockWriter,
} from '@/domain/access/documents'
import type { Actor } from '@/domain/actor'
import { Invalid } from '@/domain/errors'
import { publishToDocument } from '@/domain/publish'
import { type ParsedUpdate, parseUpdate } from './parse-update'
import { encodeStateVector } from './state-vector'

/** A file's end, in stored bytes: some fifty thousand lines, and what everybody can still open. */
export const maximumDocumentBytes = 4 * 1024 * 1024

/*
 * One statement, one round trip, for the usual case. It checks and locks the writer, checks that everything
 * which the update builds on is stored and that what it brings is new, takes the file's next number, and
 * stores. `d.seq = before.seq`: had somebody stored meanwhile, what was read of the clocks would be old;
 * then, as in every other refused case, nothing is stored and `appendLocked` finds out.
 */
const statement = `
with ${lockedWriterStatement},
before as materialized (select seq from document where id = $3),
known as materialized (
  select client, clock from document_client
  where document_id = $3 and client = any($6::bigint[] || $8::bigint[])
),
taken as (
  update document d
  set seq = d.seq + 1, size = d.size + length($4::bytea), uncompacted = d.uncompacted + 1
  from allowed, before
  where d.id = $3 and d.room_id = allowed.room_id and d.deleted_at is null and d.seq = before.seq
    and d.size + length($4::bytea) <= $5
    and not exists (
      select from unnest($6::bigint[], $7::bigint[]) as n(client, clock)
      left join known k on k.client = n.client where coalesce(k.clock, 0) < n.clock
    )
    and not exists (
      select from unnest($8::bigint[], $9::bigint[]) as r(client, start)
      join known k on k.client = r.client where k.clock > r.start
    )
  returning d.seq, d.uncompacted
),
clocks as (
  insert into document_client (document_id, client, clock, person_id)
  select $3, r.client, r.clock, $2 from unnest($8::bigint[], $10::bigint[]) as r(client, clock), taken
  on conflict (document_id, client) do update set clock = excluded.clock
),
stored as (
  insert into document_update (document_id, seq, bytes, author_id, created_at)
  select $3, taken.seq, $4, $2, clock_timestamp() from taken
)
select seq, uncompacted from taken`

export type Appended = {
  /** The number under which the update is stored; the file's present one when it brought nothing new. */
  seq: number
  /** Updates since the last compaction. */
  uncompacted: number
}

/**
 * Stores a Yjs V1 update of a file and then tells everybody who has it open. What is stored already is left
 * out, so a repeat is harmless.
 * @throws NotFound, Forbidden while somebody else drives, Conflict for a deleted file, Invalid for an update
 *   that cannot be applied as it is (damaged, not about the text, building on what is not stored, too much)
 */
export async function appendUpdate(actor: Actor, input: UpdateDocumentInput): Promise<Appended> {
  const parsed = parseUpdate(input.update)
  const quick = await appendQuickly(actor, input, parsed)
  const { update, ...appended } =
    quick ?? (await db().transaction((tx) => appendLocked(tx, actor, input, parsed)))
  if (update) await publishToDocument(input.documentId, [{ seq: appended.seq, update }])
  return appended
}

export type Stored = Appended & { update: Uint8Array | null }

async function appendQuickly(
  actor: Actor,
  { roomId, documentId, update }: UpdateDocumentInput,
  { needs, ranges }: ParsedUpdate,
): Promise<Stored | null> {
  if (needs.length === 0 && ranges.length === 0) return null
  const { rows } = await pool().query<{ seq: string; uncompacted: number }>({
    name: 'append-update',
    text: statement,
    values: [
      roomId,
      actor.personId,
      documentId,
      Buffer.from(update.buffer, update.byteOffset, update.byteLength),
      maximumDocumentBytes,
      needs.map(({ client }) => client),
      needs.map(({ clock }) => clock),
      ranges.map(({ client }) => client),
      ranges.map(({ from }) => from),
      ranges.map(({ to }) => to),
    ],
  })
  const [taken] = rows
  return taken ? { seq: Number(taken.seq), uncompacted: taken.uncompacted, update } : null
}

async function appendLocked(
  tx: Transaction,
  actor: Actor,
  { roomId, documentId, update }: UpdateDocumentInput,
  { needs, ranges }: ParsedUpdate,
): Promise<Stored> {
  const seat = await lockWriter(tx, actor, roomId)
  const found = await lockDocument(tx, seat, documentId)
  assertNotDeleted(found)
  const clocks = await readClocks(tx, documentId, [...needs, ...ranges])
  if (needs.some(({ client, clock }) => (clocks.get(client) ?? 0) < clock))
    throw new Invalid('This change builds on one that is not stored. Send everything since then.')
  const isKnown = ranges.some(({ client, from }) => (clocks.get(client) ?? 0) > from)
  // Whoever was not answered sends again, with more: what is stored once must not be stored otherwise.
  const fresh = isKnown ? Y.diffUpdate(update, encodeStateVector(clocks)) : update
  const rest = isKnown ? parseUpdate(fresh) : { needs, ranges }
  if (rest.ranges.length === 0 && rest.needs.length === 0)
    return { seq: found.seq, uncompacted: found.uncompacted, update: null }
  return storeUpdate(tx, actor, found, fresh, rest)
}

async function readClocks(tx: Transaction, documentId: string, of: { client: number }[]) {
  const clients = of.map(({ client }) => client)
  const rows = await tx
    .select({ client: documentClient.client, clock: documentClient.clock })
    .from(documentClient)
    .where(and(eq(documentClient.documentId, documentId), inArray(documentClient.client, clients)))
  return new Map(rows.map(({ client, clock }) => [client, clock]))
}

/** @param typedBy null when nobody typed this, though somebody caused it */
export async function storeUpdate(
  tx: Transaction,
  { personId }: Actor,
  found: LockedDocument,
  bytes: Uint8Array,
  { ranges }: Pick<ParsedUpdate, 'ranges'>,
  typedBy: string | null = personId,
): Promise<Stored> {
  const size = found.size + bytes.length
  if (size > maximumDocumentBytes)
    throw new Invalid('This file is full. Move a part of it to another file.')
  const [seq, uncompacted] = [found.seq + 1, found.uncompacted + 1]
  await tx.update(document).set({ seq, size, uncompacted }).where(eq(document.id, found.id))
  await tx
    .insert(documentUpdate)
    .values({ documentId: found.id, seq, bytes, authorId: personId, createdAt: new Date() })
  if (ranges.length > 0)
    await tx
      .insert(documentClient)
      .values(
        ranges.map(({ client, to }) => ({
          ...{ documentId: found.id, client, clock: to, personId: typedBy },
        })),
      )
      .onConflictDoUpdate({
        target: [documentClient.documentId, documentClient.client],
        set: { clock: sql`excluded.clock` },
      })
  return { seq, uncompacted, update: bytes }
}
