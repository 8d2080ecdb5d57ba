import * as Y from 'yjs'
import { textName } from '@/contracts/documents'
import type { PersonView, RoomEventKind } from '@/contracts/realtime'
import type {
  document,
  documentClient,
  documentUpdate,
  message,
  reaction,
  roomEvent,
  roomRead,
} from '../schema'
import { type BuiltBoard, buildBoard } from './build-board'
import { type BuiltHistory, buildHistory } from './build-history'
import type { People } from './build-people'
import type { BuiltProject } from './build-project'
import { type Clock, later, minutes } from './clock'
import type { DemoFile, DemoHistory, DemoMark, DemoMessage, DemoTask } from './demo'

export type BuiltRoom = {
  events: (typeof roomEvent.$inferInsert)[]
  messages: (typeof message.$inferInsert)[]
  reactions: (typeof reaction.$inferInsert)[]
  reads: (typeof roomRead.$inferInsert)[]
  documents: (typeof document.$inferInsert)[]
  updates: (typeof documentUpdate.$inferInsert)[]
  clients: (typeof documentClient.$inferInsert)[]
} & BuiltBoard &
  BuiltHistory
type Append = (
  at: Date,
  kind: RoomEventKind,
  actor: PersonView,
  payload: object,
) => { seq: number; at: Date }

/**
 * Replays what happened in a project's room, numbering each event as append-room-event does: who came and
 * left, then what was said, asked about the files and put on the board. Sets `seq` of the project's room to
 * the last number.
 */
export function buildRoom(
  built: BuiltProject,
  conversation: DemoMessage[],
  files: DemoFile[],
  board: { marks: DemoMark[]; tasks: DemoTask[] },
  history: DemoHistory,
  people: People,
  clock: Clock,
): BuiltRoom {
  const { room } = built
  const made: BuiltRoom = {
    events: [],
    messages: [],
    reactions: [],
    reads: [],
    documents: [],
    updates: [],
    clients: [],
    marks: [],
    tasks: [],
    runs: [],
    texts: [],
    versions: [],
    versionFiles: [],
  }
  let last = room.createdAt
  const append: Append = (at, kind, actor, payload) => {
    // Events never go back in time, whatever the data says, and never into the future.
    last = new Date(Math.min(Math.max(at.getTime(), last.getTime() + 1), clock.now.getTime()))
    room.seq += 1
    made.events.push({
      roomId: room.id,
      seq: room.seq,
      kind,
      actorId: actor.id,
      payload,
      createdAt: last,
    })
    return { seq: room.seq, at: last }
  }
  for (const change of teamChanges(built, people))
    append(change.at, change.kind, change.actor, change.payload)
  for (const file of files)
    addFile(room.id, file, later(last, minutes(1)), people, clock, append, made)
  const readTo = say(built, conversation, people, clock, append, made)
  Object.assign(made, buildBoard(room.id, board, files, made.documents, people, clock, append))
  const { said, ...kept } = buildHistory(
    ...([room.id, history, files, made.documents, people, clock, append] as const),
  )
  Object.assign(made, kept)
  made.messages.push(...said)
  for (const seat of built.memberships)
    if (seat.status !== 'left' && seat.status !== 'removed')
      made.reads.push({
        personId: people.of(seat.handle).id,
        roomId: room.id,
        lastReadSeq: readTo.get(seat.handle) ?? room.seq,
        readAt: last,
      })
  return made
}

/** As domain/documents/create-document does: the first text is one update by a client of its own. */
function addFile(
  roomId: string,
  { by, path, text }: DemoFile,
  at: Date,
  people: People,
  clock: Clock,
  append: Append,
  made: BuiltRoom,
) {
  const author = people.of(by)
  const id = clock.idAt(at)
  const doc = new Y.Doc()
  // Any number will do; a fixed one keeps the demo the same at each seeding.
  doc.clientID = 1
  doc.getText(textName).insert(0, text)
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  const view = { id, path, createdAt: at.toISOString() }
  append(at, 'document:created', author, { document: view })
  made.documents.push({
    id,
    roomId,
    path,
    createdById: author.id,
    seq: 1,
    size: bytes.length,
    createdAt: at,
  })
  made.updates.push({ documentId: id, seq: 1, bytes, authorId: author.id, createdAt: at })
  made.clients.push({ documentId: id, client: 1, clock: text.length, personId: null })
}

function teamChanges({ data, memberships }: BuiltProject, people: People) {
  const owner = people.of(data.owner)
  const changes: { at: Date; kind: RoomEventKind; actor: PersonView; payload: object }[] = []
  for (const seat of memberships) {
    const person = people.of(seat.handle)
    const joined = { person, role: seat.role === 'owner' ? 'owner' : 'member' }
    changes.push({ at: seat.joinedAt, kind: 'member:joined', actor: owner, payload: joined })
    if (seat.role === 'maintainer')
      changes.push({
        at: later(seat.joinedAt, minutes(90)),
        kind: 'role:changed',
        actor: owner,
        payload: { person, role: 'maintainer' },
      })
    if (seat.endedAt && (seat.status === 'left' || seat.status === 'removed'))
      changes.push({
        at: seat.endedAt,
        kind: 'member:left',
        actor: seat.status === 'left' ? person : owner,
        payload: { person, how: seat.status },
      })
  }
  return changes.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** @returns how far those have read who have not read to the end, by handle. */
function say(
  { room, memberships, data }: BuiltProject,
  conversation: DemoMessage[],
  people: People,
  clock: Clock,
  append: Append,
  made: BuiltRoom,
): Map<string, number> {
  const readTo = new Map<string, number>()
  const keys = new Map<string, string>()
  for (const line of conversation) {
    if (!memberships.some((seat) => seat.handle === line.by))
      throw new Error(`${line.by} speaks in ${data.slug} without being on its team.`)
    const author = people.of(line.by)
    const at = clock.read(line.at)
    const id = clock.idAt(at)
    if (line.key) keys.set(line.key, id)
    const created = append(at, 'message:created', author, { messageId: id })
    const row: BuiltRoom['messages'][number] = {
      id,
      roomId: room.id,
      authorId: author.id,
      clientId: clock.idAt(at),
      seq: created.seq,
      body: line.deleted ? '' : line.say,
      replyToId: line.replyTo ? (keys.get(line.replyTo) ?? null) : null,
      createdAt: created.at,
    }
    if (line.edited) {
      const editedAt = later(created.at, minutes(2))
      row.editedAt = editedAt
      const payload = { messageId: id, editedAt: editedAt.toISOString() }
      append(editedAt, 'message:edited', author, payload)
    }
    if (line.deleted)
      row.deletedAt = append(later(created.at, 30_000), 'message:deleted', author, {
        messageId: id,
        messageSeq: created.seq,
      }).at
    made.messages.push(row)
    for (const [emoji, handles] of Object.entries(line.reactions ?? {}))
      for (const handle of handles) {
        const person = people.of(handle)
        const payload = { messageId: id, emoji, personId: person.id }
        const added = append(later(created.at, 40_000), 'reaction:added', person, payload)
        made.reactions.push({ messageId: id, personId: person.id, emoji, createdAt: added.at })
      }
    for (const handle of line.lastReadBy ?? []) readTo.set(handle, room.seq)
  }
  return readTo
}
