import type { NextRequest } from 'next/server'
import { isForeignRequest } from '@/app/_request/is-foreign-request'
import { getViewer } from '@/app/session'
import { receiveAttachmentInput } from '@/contracts/attachments'
import { receiveAttachment } from '@/domain/attachments/receive-attachment'
import { env } from '@/env'
import { answerError, answerJson } from './answer-error'

export const dynamic = 'force-dynamic'

/**
 * Takes one file: its bytes are the body, its room and name stand in the address. Nothing is read before it
 * is clear who sends it, and how much.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (isForeignRequest(request, env()))
    return refuse(403, 'This request comes from another site, so it was not carried out.')
  try {
    const actor = await getViewer()
    if (!actor)
      return refuse(401, 'Your session has ended. Sign in again; what you wrote is kept here.')
    const { searchParams } = request.nextUrl
    const length = request.headers.get('content-length')
    const parsed = receiveAttachmentInput.safeParse({
      roomId: searchParams.get('room'),
      name: searchParams.get('name'),
      bytes: length === null ? undefined : Number(length),
    })
    if (!parsed.success)
      return refuse(422, parsed.error.issues[0]?.message ?? 'This is not a file.')
    if (!request.body) return refuse(422, 'This file is empty.')
    const attachment = await receiveAttachment(actor, parsed.data, request.body)
    return answerJson({ ok: true, attachment }, 201)
  } catch (error) {
    return answerError(error)
  }
}

/** A body that nobody reads is not worth keeping the connection for. */
const refuse = (status: number, message: string) =>
  answerJson({ ok: false, message }, status, { Connection: 'close' })
