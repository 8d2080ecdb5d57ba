import { postToNextAuth } from '@/app/_auth/post-to-next-auth'
import { getViewer } from '@/app/session'
import { endSession } from '@/domain/accounts/end-session'

/** Ends the session's row before its cookie goes, so that a failure leaves the person visibly signed in. */
export async function POST() {
  const viewer = await getViewer()
  if (viewer) await endSession(viewer, { sessionId: viewer.sessionId })
  await postToNextAuth(['signout'], {})
  // Relative: the browser knows best under which host it reached us.
  return new Response(null, { status: 303, headers: { Location: '/' } })
}
