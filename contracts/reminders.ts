import { z } from 'zod'
import { id, toLine } from './inputs'

/*
 * What somebody asked to be reminded of in a room: theirs alone, and no event of the room.
 */

export const maximumReminderNote = 200
/** That still wait, of one person. */
export const maximumReminders = 100
/** Days ahead; a year whatever the calendar holds. */
export const furthestReminder = 366

export const createReminderInput = z
  .object({
    roomId: id,
    /** Made by the client, so that a repeat is one. */
    reminderId: id,
    /** What it leads to: the whole room when there is none. */
    messageId: id.nullable().default(null),
    /** May be empty: then the message speaks for itself. */
    note: z
      .string()
      .transform(toLine)
      .pipe(
        z.string().max(maximumReminderNote, `Keep the note to ${maximumReminderNote} characters.`),
      ),
    dueAt: z.iso.datetime(),
  })
  .refine(({ note, messageId }) => note !== '' || messageId !== null, {
    path: ['note'],
    message: 'Write what to remind you of.',
  })
export type CreateReminderInput = z.infer<typeof createReminderInput>
export const reminderIdInput = z.object({ reminderId: id })

/** As its own person sees it now. What the room says of itself is there only while the room is open to them. */
export const reminderView = z.object({
  id,
  roomId: id,
  note: z.string(),
  dueAt: z.iso.datetime(),
  /** Of what told it; null while it waits. */
  notificationId: id.nullable(),
  /** How the room is called; null once it is closed to the person. */
  roomTitle: z.string().nullable(),
  /** Null when there is none, or none to be seen. */
  message: z
    .object({ id, authorName: z.string(), excerpt: z.string(), deleted: z.boolean() })
    .nullable(),
  /** Where it leads. */
  href: z.string(),
})
export type ReminderView = z.infer<typeof reminderView>
