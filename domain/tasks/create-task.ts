import { count, eq } from 'drizzle-orm'
import type { RoomEvent } from '@/contracts/realtime'
import { type CreateTaskInput, maximumTasks } from '@/contracts/tasks'
import { db, type Transaction } from '@/db/client'
import { task } from '@/db/schema'
import { lockMark } from '@/domain/access/marks'
import { lockWorkingSeat } from '@/domain/access/rooms'
import type { Actor } from '@/domain/actor'
import { Conflict } from '@/domain/errors'
import { publishToRoom } from '@/domain/publish'
import { appendRoomEvent, takeSequence } from '@/domain/rooms/append-room-event'
import { toTaskView } from './load-tasks'

/**
 * Puts a card on the board, of a mark or of one's own. Idempotent on `taskId`: a repeat changes nothing and
 * takes no number; `seq` is then the room's present one.
 * @throws NotFound, Conflict
 */
export async function createTask(actor: Actor, input: CreateTaskInput): Promise<{ seq: number }> {
  const { seq, event } = await db().transaction((tx) => create(tx, actor, input))
  if (event) await publishToRoom(input.roomId, [event])
  return { seq }
}

async function create(
  tx: Transaction,
  actor: Actor,
  { roomId, taskId, title, markId }: CreateTaskInput,
): Promise<{ seq: number; event: RoomEvent | null }> {
  const seat = await lockWorkingSeat(tx, actor, roomId)
  const createdById = seat.personId
  const [first] = await tx.select().from(task).where(eq(task.id, taskId))
  if (!first && markId) await lockMark(tx, seat, markId, 'share')
  const [made] = first
    ? []
    : await tx
        .insert(task)
        .values({ id: taskId, roomId, title, markId, createdById })
        .onConflictDoNothing({ target: task.id })
        .returning()
  if (!made) {
    // Ids are chosen by clients: one that is somebody else's must not look like a success.
    const [known] = await tx.select().from(task).where(eq(task.id, taskId))
    if (known?.roomId !== roomId || known.createdById !== createdById)
      throw new Conflict('This task cannot be kept under this id. Add it again.')
    return { seq: seat.seq, event: null }
  }
  // Counted under the room's lock, with the new one: the one too many is found whatever others do.
  const seq = await takeSequence(tx, roomId)
  const [sum] = await tx.select({ tasks: count() }).from(task).where(eq(task.roomId, roomId))
  if ((sum?.tasks ?? 0) > maximumTasks)
    throw new Conflict(`A room holds ${maximumTasks} tasks. Delete one first.`)
  const draft = { kind: 'task:created', task: toTaskView(made) } as const
  return { seq, event: await appendRoomEvent(tx, roomId, createdById, draft, seq) }
}
