import { headers } from 'next/headers'
import { sendRunFrame } from './send-run-frame'

export const dynamic = 'force-dynamic'

export async function GET() {
  return sendRunFrame('frame', (await headers()).get('x-nonce'))
}
