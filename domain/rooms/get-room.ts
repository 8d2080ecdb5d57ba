import { levelOf } from '@/contracts/rooms'
import type { RoomPage } from '@/contracts/views'
import { db, type Transaction } from '@/db/client'
import { canModerate, hasWorkspace, loadSeat, type RoomSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { listDocuments } from '@/domain/documents/list-documents'
import { listMarks } from '@/domain/marks/list-marks'
import { getWheel } from '@/domain/pairing/get-wheel'
import { toWheelView } from '@/domain/pairing/wheel-view'
import { listRuns } from '@/domain/runs/list-runs'
import { listTasks } from '@/domain/tasks/list-tasks'
import { listVersions } from '@/domain/versions/list-versions'
import { findNeighbours } from './find-neighbours'
import { listReads } from './list-reads'
import { readDraft } from './read-draft'
import { readMessages } from './read-messages'
import { readPins } from './read-pins'
import { readPlace } from './read-place'
import { readStanding } from './read-standing'
import { readUnreadOf } from './read-unread'

/** A room as it is at exactly `seq`: one snapshot, so that catching up from `seq` loses nothing. */
export async function getRoom(actor: Actor, input: { roomId: string }): Promise<RoomPage> {
  return db().transaction(
    async (tx) => {
      const seat = await loadSeat(tx, actor, input.roomId)
      const { messages, more } = await readMessages(tx, seat.roomId)
      const unread = await readUnreadOf(tx, actor.personId, seat.roomId)
      return {
        ...(await readPlace(tx, seat)),
        ...(await readWorkspace(tx, seat)),
        viewer: {
          moderates: canModerate(seat),
          level: levelOf(seat.kind, seat.level),
          standing: await readStanding(tx, seat),
        },
        slowSeconds: seat.slowSeconds,
        reads: await listReads(tx, seat),
        draft: await readDraft(tx, actor.personId, seat),
        messages,
        more,
        pins: await readPins(tx, seat.roomId),
        seq: seat.seq,
        unread,
        neighbours: await findNeighbours(tx, actor, seat.roomId),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** What lies beside the conversation; nothing in rooms that are for talking. */
async function readWorkspace(tx: Transaction, seat: RoomSeat) {
  const { roomId } = seat
  if (!hasWorkspace(seat))
    return {
      ...{ documents: [], runs: [], versions: [], marks: [], tasks: [] },
      wheel: toWheelView(undefined),
    }
  return {
    documents: await listDocuments(tx, roomId),
    runs: await listRuns(tx, roomId),
    wheel: await getWheel(tx, roomId),
    versions: (await listVersions(tx, roomId)).versions,
    marks: await listMarks(tx, roomId),
    tasks: await listTasks(tx, roomId),
  }
}
