import { createHash } from 'node:crypto'
import type { RoomEventKind } from '@/contracts/realtime'
import { roomLink } from '@/contracts/room-links'
import type { message, roomText, run, version, versionFile } from '../schema'
import type { People } from './build-people'
import type { BuiltRoom } from './build-room'
import type { Clock } from './clock'
import type { DemoFile, DemoHistory } from './demo'

export type BuiltHistory = {
  runs: (typeof run.$inferInsert)[]
  texts: (typeof roomText.$inferInsert)[]
  versions: (typeof version.$inferInsert)[]
  versionFiles: (typeof versionFile.$inferInsert)[]
}
type Append = (
  at: Date,
  kind: RoomEventKind,
  actor: ReturnType<People['of']>,
  payload: object,
) => { seq: number; at: Date }

/** What was run in a room and which versions of its files were kept, with the events that the use-cases write. */
export function buildHistory(
  roomId: string,
  history: DemoHistory,
  files: DemoFile[],
  documents: BuiltRoom['documents'],
  people: People,
  clock: Clock,
  append: Append,
): BuiltHistory & { said: (typeof message.$inferInsert)[] } {
  const made: BuiltHistory = { runs: [], texts: [], versions: [], versionFiles: [] }
  const said: (typeof message.$inferInsert)[] = []
  const idOf = (path: string) => {
    const found = documents.find((one) => one.path === path)
    if (!found) throw new Error(`The demo has no file ${path}.`)
    return found.id
  }
  const keep = (text: string) => {
    const hash = createHash('sha256').update(text).digest('hex')
    if (!made.texts.some((one) => one.hash === hash))
      made.texts.push({ roomId, hash, length: text.length, text })
    return hash
  }
  for (const { by, at, run: ran, version: kept, say } of history) {
    const person = people.of(by)
    const moment = clock.read(at)
    const runId = ran ? clock.idAt(moment) : null
    if (ran && runId) {
      const { path, tests, output, durationMs } = ran
      const outcome = tests.every(({ passed }) => passed) ? 'passed' : 'failed'
      const recorded = append(moment, 'run:recorded', person, { runId })
      made.runs.push({
        ...{ id: runId, roomId, documentId: idOf(path), personId: person.id, documentSeq: 1 },
        ...{ language: 'typescript', outcome, durationMs, output, createdAt: recorded.at },
        tests: tests.map(({ name, passed, message = '' }) => ({ name, passed, message })),
        code: files.find((one) => one.path === path)?.text ?? '',
      })
    }
    if (kept) {
      const id = clock.idAt(moment)
      const created = append(moment, 'version:created', person, { versionId: id })
      made.versions.push({
        ...{ id, roomId, seq: created.seq, personId: person.id, createdAt: created.at },
        ...{ reason: kept.name ? 'named' : 'green_run', name: kept.name ?? null, runId },
      })
      for (const { path, text } of files)
        made.versionFiles.push({
          ...{ versionId: id, documentId: idOf(path), roomId, path },
          // A number that the file never has again: the text is to be compared, not taken for the present one.
          documentSeq: kept.former?.[path] === undefined ? 1 : 0,
          hash: keep(kept.former?.[path] ?? text),
        })
    }
    if (say && runId) {
      const id = clock.idAt(moment)
      const { seq, at: createdAt } = append(moment, 'message:created', person, { messageId: id })
      const body = `${say} [\`${ran?.path}\`](${roomLink(roomId, { run: runId })})`
      const clientId = clock.idAt(moment)
      said.push({ id, roomId, authorId: person.id, clientId, seq, body, createdAt })
    }
  }
  return { ...made, said }
}
