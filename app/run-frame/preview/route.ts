import { sendRunFrame } from '../send-run-frame'

export const dynamic = 'force-dynamic'

/** Without a nonce: next to one, a policy would refuse the scripts of the page that is shown. */
export function GET() {
  return sendRunFrame('preview', null)
}
