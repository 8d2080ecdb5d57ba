import { z } from 'zod'
import { id, maximumAttachments, toLine } from './inputs'

export const attachmentLimits = {
  bytes: 25 * 1024 * 1024,
  perMessage: maximumAttachments,
  nameLength: 200,
  altLength: 500,
} as const

/** Pictures whose type this is are drawn by us anew, and are the only files that a page shows by itself. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const

export const attachmentView = z.object({
  id,
  name: z.string(),
  /** By its content; what nobody knows is `application/octet-stream`. */
  type: z.string(),
  bytes: z.number().int(),
  /** Of a picture that can be shown; what stands here first keeps its place while it loads. */
  picture: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
  /** What its author says is to be seen; empty: its name stands for it. */
  alt: z.string(),
})
export type AttachmentView = z.infer<typeof attachmentView>

/** A file's name as it is kept: one line, and no part of a path. */
export const attachmentName = z
  .string()
  .max(1000)
  .transform((text) => toLine(text.replace(/[\\/:*?"<>|]+/g, '_')))
  .transform((text) => shorten(text) || 'file')

/** Keeps what the name ends with, which says what the file is. */
function shorten(name: string): string {
  const letters = [...name]
  if (letters.length <= attachmentLimits.nameLength) return name
  const end = /\.[^.]{1,16}$/.exec(name)?.[0] ?? ''
  return letters.slice(0, attachmentLimits.nameLength - end.length).join('') + end
}

export const receiveAttachmentInput = z.object({
  roomId: id,
  name: attachmentName,
  /** What the client says it will send; the bytes are counted all the same. */
  bytes: z
    .number({ error: 'Say how long the file is.' })
    .int()
    .min(1, 'This file is empty.')
    .max(attachmentLimits.bytes, 'Keep a file to 25 MB.'),
})
export const attachmentIdInput = z.object({ attachmentId: id })
export const describeAttachmentInput = z.object({
  attachmentId: id,
  alt: z
    .string()
    .transform(toLine)
    .pipe(z.string().max(attachmentLimits.altLength, 'Keep it to 500 characters.')),
})
export type ReceiveAttachmentInput = z.infer<typeof receiveAttachmentInput>
export type DescribeAttachmentInput = z.infer<typeof describeAttachmentInput>

/** What the web process answers to an upload. */
export const uploadAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), attachment: attachmentView }),
  z.object({ ok: z.literal(false), message: z.string() }),
])
export type UploadAnswer = z.infer<typeof uploadAnswer>

export const attachmentHref = (attachmentId: string, as?: 'small' | 'download') =>
  `/attachments/${attachmentId}${as ? `?as=${as}` : ''}`
