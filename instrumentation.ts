/** Next calls this once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { stampRequests } = await import('@/app/_request/stamp-requests')
  stampRequests()
  const { startMatchIndex } = await import('@/domain/matching/match-index')
  startMatchIndex()
}

/** Pages show Next's digest as the error's id: log the error under the same one. */
export async function onRequestError(error: unknown, request: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logRequestError } = await import('@/app/log-unknown')
  logRequestError(error, request)
}
