import type { Anchor } from '@/contracts/marks'
import type { RoomEventKind } from '@/contracts/realtime'
import type { mark, task } from '../schema'
import type { People } from './build-people'
import type { BuiltRoom } from './build-room'
import type { Clock } from './clock'
import type { DemoFile, DemoMark, DemoTask } from './demo'

export type BuiltBoard = {
  marks: (typeof mark.$inferInsert)[]
  tasks: (typeof task.$inferInsert)[]
}
type Append = (
  at: Date,
  kind: RoomEventKind,
  actor: ReturnType<People['of']>,
  payload: object,
) => { at: Date }

/** The questions on a room's files, and its tasks, with the events that the use-cases write. */
export function buildBoard(
  roomId: string,
  { marks, tasks }: { marks: DemoMark[]; tasks: DemoTask[] },
  files: DemoFile[],
  documents: BuiltRoom['documents'],
  people: People,
  clock: Clock,
  append: Append,
): BuiltBoard {
  const made: BuiltBoard = { marks: [], tasks: [] }
  const keys = new Map<string, string>()
  for (const { key, by, at, path, on, ask } of marks) {
    const author = people.of(by)
    const documentId = documents.find((one) => one.path === path)?.id
    const from = files.find((one) => one.path === path)?.text.indexOf(on) ?? -1
    if (!documentId || from < 0) throw new Error(`The demo’s ${path} does not have: ${on}`)
    const id = clock.idAt(clock.read(at))
    keys.set(key, id)
    const added = append(clock.read(at), 'mark:added', author, { markId: id })
    made.marks.push({
      id,
      roomId,
      documentId,
      authorId: author.id,
      from: anchorAt(from, 0),
      to: anchorAt(from + on.length - 1, -1),
      quote: on,
      body: ask,
      createdAt: added.at,
    })
  }
  for (const { by, at, title, state, given, of } of tasks) {
    const creator = people.of(by)
    const id = clock.idAt(clock.read(at))
    const created = append(clock.read(at), 'task:created', creator, { taskId: id })
    if (given || state !== 'todo') append(created.at, 'task:changed', creator, { taskId: id })
    made.tasks.push({
      id,
      roomId,
      title,
      state,
      assigneeId: given?.to ? people.of(given.to).id : null,
      stepId: given?.step ?? null,
      markId: of ? (keys.get(of) ?? null) : null,
      createdById: creator.id,
      createdAt: created.at,
    })
  }
  return made
}

/** The letter at this place: the demo's files are one update by client 1, a letter to a clock. */
const anchorAt = (clock: number, assoc: 0 | -1): Anchor => ({ item: { client: 1, clock }, assoc })
