import { z } from 'zod'
import { id, sequence, toLine } from './inputs'
import { personView } from './people'

/*
 * Versions: the texts of all files of a room at one moment. People name them; others are made on their own.
 */

/** Why there is a version. `turn`: the wheel passed on; `green_run`: failing tests began to pass. */
export const versionReasons = ['named', 'before_restore', 'turn', 'green_run'] as const
export type VersionReason = (typeof versionReasons)[number]
/** How many versions the room's page brings and a client keeps; older ones are asked for. */
export const keptVersions = 20

const versionName = z
  .string({ error: 'Name the version.' })
  .transform(toLine)
  .pipe(z.string().min(1, 'Name the version.').max(80, 'Keep the name to 80 characters.'))

export const saveVersionInput = z.object({
  roomId: id,
  /** The client's own id: a repeat is answered with the first result. */
  versionId: id,
  name: versionName,
})
export const nameVersionInput = z.object({ roomId: id, versionId: id, name: versionName })
export const listVersionsInput = z.object({ roomId: id, beforeSeq: sequence })
export const versionIdInput = z.object({ roomId: id, versionId: id })
export const versionFileInput = z.object({ roomId: id, versionId: id, documentId: id })
export const restoreVersionInput = z.object({
  roomId: id,
  versionId: id,
  /** One file, or null for the room's files as they all were. */
  documentId: id.nullable(),
})

export const versionView = z.object({
  id,
  /** The room's number at which it was made: versions are in order of it. */
  seq: sequence,
  reason: z.enum(versionReasons),
  /** Given by a person; automatic ones may get one later. */
  name: z.string().nullable(),
  /** Who caused it; of a turn who came to the wheel; null when the account is gone. */
  person: personView.nullable(),
  /** The run that turned green. */
  runId: id.nullable(),
  at: z.iso.datetime(),
})
export type VersionView = z.infer<typeof versionView>

export const versionFile = z.object({
  documentId: id,
  path: z.string(),
  /** Changes with the text: equal texts have equal hashes. */
  hash: z.string(),
  /** In characters. */
  length: z.number().int(),
})
export type VersionFile = z.infer<typeof versionFile>

/** Who typed in the room's files, as a patch names co-authors: `email` is none at which they can be reached. */
export const coAuthor = z.object({ id, name: z.string(), email: z.string() })
export type CoAuthor = z.infer<typeof coAuthor>

export type SaveVersionInput = z.infer<typeof saveVersionInput>
export type NameVersionInput = z.infer<typeof nameVersionInput>
export type ListVersionsInput = z.infer<typeof listVersionsInput>
export type RestoreVersionInput = z.infer<typeof restoreVersionInput>
