import type { DemoMessage } from '../demo'
import { smallTalk } from './small-talk'
import { tidewatchCache } from './tidewatch-cache'
import { tidewatchQueries } from './tidewatch-queries'

/** What was said in each project's room, by project slug. */
export const conversations: Record<string, DemoMessage[]> = {
  ...smallTalk,
  'tidewatch-harbour-sensor-api': [...tidewatchQueries, ...tidewatchCache],
}
