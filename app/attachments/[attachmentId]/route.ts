import type { NextRequest } from 'next/server'
import { isForeignRequest } from '@/app/_request/is-foreign-request'
import { answerError, answerJson } from '@/app/attachments/answer-error'
import { getViewer } from '@/app/session'
import { attachmentIdInput, describeAttachmentInput } from '@/contracts/attachments'
import type { Actor } from '@/domain/actor'
import { describeAttachment } from '@/domain/attachments/describe-attachment'
import { discardAttachment } from '@/domain/attachments/discard-attachment'
import { openAttachment } from '@/domain/attachments/open-attachment'
import { NotFound } from '@/domain/errors'
import { env } from '@/env'
import { sendAttachment } from './send-attachment'

export const dynamic = 'force-dynamic'

/** Bytes of a description, before it is looked at. */
const longestAlt = 8_000

type Context = { params: Promise<{ attachmentId: string }> }

/** The file itself; `?as=small` a small picture of it, `?as=download` to be kept. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const as = request.nextUrl.searchParams.get('as')
  return answer(context, async (actor, attachmentId) => {
    const opened = await openAttachment(actor, { attachmentId, small: as === 'small' })
    return sendAttachment(request.headers, opened, `${attachmentId}-${as ?? 'whole'}`, {
      download: as === 'download',
    })
  })
}

/** Says what is to be seen in a picture that no message carries yet. */
export async function PATCH(request: NextRequest, context: Context): Promise<Response> {
  if (isForeignRequest(request, env())) return new Response(null, { status: 403 })
  return answer(context, async (actor, attachmentId) => {
    // Nothing is read that could not be one: a body is held in memory.
    const length = Number(request.headers.get('content-length') ?? Number.NaN)
    if (!(length <= longestAlt))
      return answerJson({ ok: false, message: 'This description is too long.' }, 413)
    const alt = await request.text()
    const parsed = describeAttachmentInput.safeParse({ attachmentId, alt })
    if (!parsed.success)
      return answerJson({ ok: false, message: parsed.error.issues[0]?.message ?? '' }, 422)
    return answerJson({ ok: true, attachment: await describeAttachment(actor, parsed.data) }, 200)
  })
}

/** Throws away what no message carries. */
export async function DELETE(request: NextRequest, context: Context): Promise<Response> {
  if (isForeignRequest(request, env())) return new Response(null, { status: 403 })
  return answer(context, async (actor, attachmentId) => {
    await discardAttachment(actor, { attachmentId })
    return new Response(null, { status: 204 })
  })
}

async function answer(
  context: Context,
  act: (actor: Actor, attachmentId: string) => Promise<Response>,
): Promise<Response> {
  try {
    const parsed = attachmentIdInput.safeParse(await context.params)
    const actor = await getViewer()
    // Signed out, outside and missing are one answer: an address says nothing of what it leads to.
    if (!parsed.success || !actor) throw new NotFound('This file is not here, or not open to you.')
    return await act(actor, parsed.data.attachmentId)
  } catch (error) {
    return answerError(error)
  }
}
