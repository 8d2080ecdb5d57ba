import { unstable_rethrow } from 'next/navigation'
import { logUnknown } from '@/app/log-unknown'
import type { UploadAnswer } from '@/contracts/attachments'
import { DomainError, RateLimited } from '@/domain/errors'

const statuses = { NotFound: 404, Forbidden: 403, Conflict: 409, Invalid: 422, RateLimited: 429 }

/** The translator from errors to HTTP: named errors as they are, the rest logged under an id. */
export function answerError(error: unknown): Response {
  unstable_rethrow(error)
  if (error instanceof DomainError)
    return answerJson({ ok: false, message: error.message }, statuses[error.code], {
      ...(error instanceof RateLimited && {
        'Retry-After': String(Math.ceil(error.retryAfter / 1000)),
      }),
    })
  const errorId = logUnknown(error)
  const message = `Something went wrong on our side (${errorId}). Nothing was changed; try again.`
  return answerJson({ ok: false, message }, 500)
}

export function answerJson(
  answer: UploadAnswer,
  status: number,
  headers: Record<string, string> = {},
): Response {
  return Response.json(answer, {
    status,
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers },
  })
}
