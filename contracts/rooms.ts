import { z } from 'zod'
import { handle, id, stepId, toLine } from './inputs'
import { personView } from './people'
import { type NoticeLevel, noticeLevels, type RoomKind, reportReasons } from './vocabulary'

/*
 * Rooms of every kind and how people are in them: what forms and sockets may send.
 */

export const directRoomInput = z.object({ handle })
export const stepRoomInput = z.object({ stepId })

/** For how long somebody is muted, in minutes; null: until it is lifted. */
export const muteMinutes = [10, 60, 1440] as const
const minutes = z.literal(muteMinutes).nullable()
const line = (most: number) =>
  z
    .string()
    .transform(toLine)
    .pipe(z.string().max(most, `Keep it to ${most} characters.`))
const reason = line(300).pipe(z.string().min(3, 'Say why, in a few words.'))
export const muteInput = z.object({ roomId: id, personId: id, minutes, reason })
export const roomPersonInput = z.object({ roomId: id, personId: id })

/** Seconds between two messages of a person that slow mode offers; 0 is off. */
export const slowChoices = [0, 5, 15, 30, 60, 300] as const
export const slowModeInput = z.object({ roomId: id, seconds: z.literal(slowChoices) })

export const reportInput = z.object({
  roomId: id,
  messageId: id,
  reason: z.enum(reportReasons),
  details: line(500).default(''),
})
export const decideReportInput = z.discriminatedUnion('decision', [
  z.object({ reportId: id, decision: z.literal('dismiss') }),
  z.object({ reportId: id, decision: z.literal('remove') }),
  /** The message goes, too. */
  z.object({ reportId: id, decision: z.literal('mute'), minutes, reason }),
])

/** What its own person may do in a room at this moment; nobody else's business. */
export const standingView = z.object({
  /** `until` null: until somebody lifts it. */
  muted: z.object({ reason: z.string(), until: z.iso.datetime().nullable() }).nullable(),
  /** Milliseconds until the mute ends by itself; null when it does not. */
  mutedFor: z.number().nullable(),
  /** Milliseconds until slow mode lets them write again. */
  waitFor: z.number(),
})
export type StandingView = z.infer<typeof standingView>

/** Somebody who may not write, as those who keep order see it. */
export const mutedView = z.object({
  person: personView,
  reason: z.string(),
  until: z.iso.datetime().nullable(),
  mutedBy: z.string().nullable(),
})
export type MutedView = z.infer<typeof mutedView>

export type MuteInput = z.infer<typeof muteInput>
export type SlowModeInput = z.infer<typeof slowModeInput>
export type ReportInput = z.infer<typeof reportInput>
export type DecideReportInput = z.infer<typeof decideReportInput>

/** What rooms of a kind let through to people who have chosen nothing. */
export const levelOf = (kind: RoomKind, chosen: NoticeLevel | null): NoticeLevel =>
  chosen ?? (kind === 'step' ? 'mentions' : 'all')

export const presenceInput = z.object({ away: z.boolean() })
export const roomLevelInput = z.object({ roomId: id, level: z.enum(noticeLevels) })
export type RoomLevelInput = z.infer<typeof roomLevelInput>
