import { z } from 'zod'
import { fromBase64 } from './base64'
import { id } from './inputs'
import { personView } from './people'
import { maximumRunOutput } from './run-limits'

/*
 * Shared files of a room. Their text is a Yjs document each: updates travel in Yjs' own V1 encoding, are
 * stored before they are acknowledged, and are broadcast after that.
 */

/**
 * Largest update of a document that is taken, in bytes: far beyond typing, enough for a day's work without
 * a connection, and a quarter of what a reader who stalls may have waiting.
 */
export const maximumUpdateBytes = 256 * 1024
/** Largest awareness state (one person's cursor), in bytes. */
export const maximumCursorBytes = 4 * 1024
/** How many files a room holds at most. */
export const maximumDocuments = 100
/** Name under which the text of a file stands in its Y.Doc. */
export const textName = 'text'

/** Binary as Socket.IO delivers it: Buffer on the server, ArrayBuffer in the browser. */
const bytes = (limit: number) =>
  z
    .custom<Uint8Array | ArrayBuffer>(
      (value) => value instanceof Uint8Array || value instanceof ArrayBuffer,
      'This is not binary data.',
    )
    .transform((value) => (value instanceof Uint8Array ? value : new Uint8Array(value)))
    .refine((value) => value.byteLength > 0 && value.byteLength <= limit, {
      error: `Send between 1 and ${limit.toLocaleString('en')} bytes.`,
    })

/** Binary as base64 text, which for what people type is less than a frame of its own. */
const packedBytes = (limit: number) =>
  z
    .string()
    .max(Math.ceil(limit / 3) * 4, `Send at most ${limit.toLocaleString('en')} bytes.`)
    .transform((text, context) => {
      const unpacked = fromBase64(text)
      if (unpacked && unpacked.length > 0) return unpacked
      context.addIssue({ code: 'custom', message: 'This is not base64 text.' })
      return z.NEVER
    })

/** `folder/name.ext`: no empty, hidden-parent or absolute parts, so that it can become a real file. */
export const documentPath = z
  .string({ error: 'Name the file.' })
  .transform((path) => path.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1, 'Name the file.')
      .max(120, 'Keep the path to 120 characters.')
      .regex(
        /^[\p{L}\p{N}._-][\p{L}\p{N}._ -]*(\/[\p{L}\p{N}._-][\p{L}\p{N}._ -]*){0,5}$/u,
        'Use letters, digits, dots, hyphens and spaces; folders are divided by /.',
      )
      .refine(
        (path) => path.split('/').every((part) => part !== '.' && part !== '..'),
        'A path cannot lead upwards.',
      )
      // Whoever unpacks the room's files would get settings with them, and git runs programs that these name.
      .refine(
        (path) => path.split('/').every((part) => !/^\.git[. ]*$/i.test(part)),
        'Files of git itself cannot be kept here.',
      ),
  )

export const createDocumentInput = z.object({
  roomId: id,
  /** The client's own id for the new file: a repeat is answered with the first result. */
  documentId: id,
  path: documentPath,
  /** First text, such as a template's or an imported file's; the server seeds it. */
  text: z.string().max(200_000, 'Import files of at most 200,000 characters.').default(''),
})
export const moveDocumentInput = z.object({ roomId: id, documentId: id, path: documentPath })
export const documentIdInput = z.object({ roomId: id, documentId: id })
export const openDocumentInput = z.object({
  roomId: id,
  documentId: id,
  /** Y.encodeStateVector of what the client has. */
  stateVector: bytes(maximumUpdateBytes),
})
export const updateDocumentInput = z.object({
  roomId: id,
  documentId: id,
  update: packedBytes(maximumUpdateBytes),
})
export const moveCursorInput = z.object({
  roomId: id,
  documentId: id,
  /** y-protocols awareness update of this client alone. */
  state: bytes(maximumCursorBytes),
})

export const documentView = z.object({
  id,
  path: z.string(),
  createdAt: z.iso.datetime(),
})
export type DocumentView = z.infer<typeof documentView>

// Runs

export { maximumRunOutput }
export const runLanguages = ['javascript', 'typescript', 'python', 'sql', 'html'] as const
export const runOutcomes = ['passed', 'failed', 'stopped', 'timed_out'] as const
export const recordRunInput = z.object({
  roomId: id,
  /** The client's own id for this run: a repeat is answered with the first result. */
  runId: id,
  documentId: id,
  language: z.enum(runLanguages),
  outcome: z.enum(runOutcomes),
  durationMs: z.number().int().min(0).max(600_000),
  input: z.string().max(10_000).default(''),
  output: z.string().max(maximumRunOutput),
  /** Tests by name, red or green, when the program ran any. */
  tests: z
    .array(
      z.object({ name: z.string().max(200), passed: z.boolean(), message: z.string().max(1_000) }),
    )
    .max(200)
    .default([]),
})

/** Characters of output that one frame of a running program carries; more comes in the next. */
export const maximumPrintedChunk = 4_000
/** What a program prints while it runs, for the others in the room; the record of the run replaces it. */
export const printRunInput = z.object({
  roomId: id,
  runId: id,
  documentId: id,
  language: z.enum(runLanguages),
  /** How many characters came before `text`. Whoever lacks them shows that. */
  from: z.number().int().min(0).max(maximumRunOutput),
  text: z.string().max(maximumPrintedChunk),
  /** Tests so far, when that changed. */
  tests: z
    .array(
      z.object({ name: z.string().max(200), passed: z.boolean(), message: z.string().max(1_000) }),
    )
    .max(200)
    .optional(),
})
export type PrintRunInput = z.infer<typeof printRunInput>
export const runIdInput = z.object({ roomId: id, runId: id })
export const runView = z.object({
  id,
  documentId: id,
  path: z.string(),
  language: z.enum(runLanguages),
  outcome: z.enum(runOutcomes),
  durationMs: z.number().int(),
  input: z.string(),
  output: z.string(),
  tests: z.array(z.object({ name: z.string(), passed: z.boolean(), message: z.string() })),
  person: personView,
  at: z.iso.datetime(),
})
export type RunView = z.infer<typeof runView>

// The wheel: who drives

export const rotationMinutes = [5, 10, 15, 20, 25, 30] as const
/** Absent driver: everybody edits freely. Times are the server's, in ISO UTC. */
export const wheelView = z.object({
  driverId: id.nullable(),
  /** Minutes per turn; null without a clock. */
  rotation: z.number().int().nullable(),
  /** When the present turn ends; null without a clock or while paused. */
  endsAt: z.iso.datetime().nullable(),
  /** Milliseconds that were left when it was paused; null while it runs. */
  pausedMs: z.number().int().nullable(),
  /** Who asked for the wheel and waits. */
  askedById: id.nullable(),
  /** The wheel passes on when the driver's tests turn from red to green. */
  pingPong: z.boolean(),
})
export type WheelView = z.infer<typeof wheelView>
/** How two people have shared the work in a room so far. */
export const balanceView = z.object({
  personId: id,
  /** Milliseconds at the wheel; a turn counts for its length at most. */
  drivingMs: z.number().int(),
  /** Letters typed. */
  edits: z.number().int(),
  runs: z.number().int(),
})
export type BalanceView = z.infer<typeof balanceView>
export const turnWheelInput = z.discriminatedUnion('act', [
  /** Free editing for everybody. */
  z.object({ roomId: id, act: z.literal('release') }),
  /** Driver and navigators, with oneself at the wheel if nobody drives; `rotation` null: no clock. */
  z.object({
    roomId: id,
    act: z.literal('drive'),
    rotation: z.union(rotationMinutes.map((m) => z.literal(m))).nullable(),
  }),
  z.object({ roomId: id, act: z.literal('ask') }),
  z.object({ roomId: id, act: z.literal('give'), personId: id }),
  /** Within ten seconds after giving it away. */
  z.object({ roomId: id, act: z.literal('take_back') }),
  z.object({ roomId: id, act: z.literal('pause') }),
  z.object({ roomId: id, act: z.literal('resume') }),
  z.object({ roomId: id, act: z.literal('skip') }),
  /** Whether the wheel also passes on when the driver's tests turn green. */
  z.object({ roomId: id, act: z.literal('ping_pong'), on: z.boolean() }),
])

export type CreateDocumentInput = z.infer<typeof createDocumentInput>
export type MoveDocumentInput = z.infer<typeof moveDocumentInput>
export type OpenDocumentInput = z.infer<typeof openDocumentInput>
export type UpdateDocumentInput = z.infer<typeof updateDocumentInput>
export type RecordRunInput = z.infer<typeof recordRunInput>
export type TurnWheelInput = z.infer<typeof turnWheelInput>
