import type { UpdateDocumentInput } from '@/contracts/documents'
import { batchPool } from '@/db/client'
import { lockedWriterJoin } from '@/domain/access/documents'
import type { Actor } from '@/domain/actor'
import { publishToDocument } from '@/domain/publish'
import { type Appended, maximumDocumentBytes } from './append-update'
import { bytesOf } from './bytes'
import type { ParsedUpdate } from './parse-update'

export type UpdateDraft = {
  actor: Actor
  input: UpdateDocumentInput
  parsed: ParsedUpdate
  /** Channel of the sender alone, who learns of the update by its answer. */
  origin?: string
}

/*
 * One statement and one commit for everything that arrived within a few milliseconds, whatever it is about:
 * most of what an update costs is paid per statement and per commit. Per update it checks and locks the
 * writer, checks that everything which the update builds on is stored and that what it brings is new, takes
 * the file's next number, and stores. Whatever fails a check is left out, and `appendUpdate` finds out why.
 *
 * It waits for files alone, always in the order of their ids, and skips seats and wheels that somebody is
 * changing: so it cannot be part of a deadlock. It does not wait for long either (`batchPool`): whoever
 * keeps a version holds the files of a room while reading them, and no other room should notice. `d.seq =
 * (…)` compares the locked row with what the statement saw when it began: had somebody stored meanwhile,
 * what it reads of the clocks would be old.
 *
 * Written as look-ups per update, not as joins of sets: its plan has to be as good for one as for many.
 */
const statementFor = (held: '' | 'skip locked') => `
with accepted as materialized (
  select at, person_id, document_id, bytes, first_range, last_range,
    seq + row_number() over file_order as seq,
    size + sum(length(bytes)) over file_order as size,
    uncompacted + row_number() over file_order as uncompacted
  from (
    select i.*, d.seq, d.size, d.uncompacted
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[],
        $6::int[], $7::int[], $10::int[], $11::int[]) with ordinality
      as i(room_id, person_id, document_id, bytes, first_need, last_need, first_range, last_range, at)
    join document d on d.id = i.document_id and d.room_id = i.room_id
    ${lockedWriterJoin}
    where d.deleted_at is null and d.seq = (select seq from document where id = i.document_id)
      and not exists (
        select from unnest(($8::bigint[])[first_need:last_need], ($9::bigint[])[first_need:last_need])
          as n(client, clock)
        where n.clock > coalesce((
          select clock from document_client c
          where c.document_id = i.document_id and c.client = n.client
        ), 0)
      )
      and not exists (
        select from unnest(($12::bigint[])[first_range:last_range], ($13::bigint[])[first_range:last_range])
          as r(client, start)
        where r.start < (
          select clock from document_client c
          where c.document_id = i.document_id and c.client = r.client
        )
      )
    order by d.id
    for share of s skip locked for update of d ${held}
  ) written
  window file_order as (partition by document_id order by at)
),
taken as (
  update document d set seq = n.seq, size = n.size, uncompacted = n.uncompacted
  from (
    select document_id, max(seq) as seq, max(size) as size, max(uncompacted) as uncompacted
    from accepted where size <= $5 group by document_id
  ) n
  where d.id = n.document_id
),
clocks as (
  insert into document_client (document_id, client, clock, person_id)
  select a.document_id, r.client, r.clock, a.person_id
  from accepted a, unnest(
    ($12::bigint[])[first_range:last_range], ($14::bigint[])[first_range:last_range]
  ) as r(client, clock)
  where a.size <= $5
  on conflict (document_id, client) do update set clock = excluded.clock, used_at = excluded.used_at
),
stored as (
  insert into document_update (document_id, seq, bytes, author_id, created_at)
  select document_id, seq, bytes, person_id, clock_timestamp() from accepted where size <= $5
)
select at::int, seq, uncompacted::int from accepted where size <= $5`
const waiting = { name: 'append-updates', text: statementFor('') }
const passing = { name: 'append-updates-passing', text: statementFor('skip locked') }

/**
 * Stores updates together and then tells everybody who has their files open, each file's in the order in
 * which they are given. No two updates of one file may bring something of the same Yjs client.
 * @param passHeld leaves out at once what somebody else holds
 * @returns for each the place that it took; null where it was not stored, and has to be appended alone
 */
export async function appendUpdates(
  drafts: UpdateDraft[],
  passHeld = false,
): Promise<(Appended | null)[]> {
  // What brings nothing takes no number.
  const asked = drafts.filter(({ parsed }) => parsed.needs.length + parsed.ranges.length > 0)
  const values = valuesOf(asked)
  const query = (statement: typeof waiting) =>
    batchPool().query<{ at: number; seq: string; uncompacted: number }>({ ...statement, values })
  const { rows } = await query(passHeld ? passing : waiting).catch((error: unknown) => {
    // Somebody holds one of the files for longer: the others go on.
    if ((error as { code?: unknown }).code === '55P03' && !passHeld) return query(passing)
    throw error
  })
  const places = new Map<UpdateDraft, Appended>()
  for (const { at, seq, uncompacted } of rows) {
    const draft = asked[at - 1]
    if (draft) places.set(draft, { seq: Number(seq), uncompacted })
  }
  await publish(places)
  return drafts.map((draft) => places.get(draft) ?? null)
}

function valuesOf(drafts: UpdateDraft[]): unknown[] {
  const needs = drafts.flatMap(({ parsed }) => parsed.needs)
  const ranges = drafts.flatMap(({ parsed }) => parsed.ranges)
  const lastNeeds = sums(drafts.map(({ parsed }) => parsed.needs.length))
  const lastRanges = sums(drafts.map(({ parsed }) => parsed.ranges.length))
  const firsts = (lasts: number[]) => lasts.map((_, at) => (lasts[at - 1] ?? 0) + 1)
  return [
    drafts.map(({ input }) => input.roomId),
    drafts.map(({ actor }) => actor.personId),
    drafts.map(({ input }) => input.documentId),
    drafts.map(({ input }) => bytesOf(input.update)),
    maximumDocumentBytes,
    firsts(lastNeeds),
    lastNeeds,
    needs.map(({ client }) => client),
    needs.map(({ clock }) => clock),
    firsts(lastRanges),
    lastRanges,
    ranges.map(({ client }) => client),
    ranges.map(({ from }) => from),
    ranges.map(({ to }) => to),
  ]
}

/** Each with all before it. */
function sums(lengths: number[]): number[] {
  let sum = 0
  return lengths.map((length) => (sum += length))
}

async function publish(places: Map<UpdateDraft, Appended>) {
  const files = new Map<string, [UpdateDraft, Appended][]>()
  for (const each of places) {
    const { documentId } = each[0].input
    const already = files.get(documentId)
    if (already) already.push(each)
    else files.set(documentId, [each])
  }
  for (const [documentId, stored] of files) {
    stored.sort(([, one], [, other]) => one.seq - other.seq)
    const updates = stored.map(([{ input }, { seq }]) => ({ seq, update: input.update }))
    // Whoever wrote beside others has to hear of theirs.
    const [only] = stored.length === 1 ? stored : []
    await publishToDocument(documentId, updates, only?.[0].origin)
  }
}
