import type { DemoFile, DemoHistory, DemoMark, DemoMessage, DemoTask } from '../demo'
import { smallTalk } from './small-talk'
import { tidewatchMarks, tidewatchTasks } from './tidewatch-board'
import { tidewatchCache } from './tidewatch-cache'
import { tidewatchFiles } from './tidewatch-files'
import { tidewatchHistory } from './tidewatch-history'
import { tidewatchQueries } from './tidewatch-queries'

/** What was said in each project's room, by project slug. */
export const conversations: Record<string, DemoMessage[]> = {
  ...smallTalk,
  'tidewatch-harbour-sensor-api': [...tidewatchQueries, ...tidewatchCache],
}

/** Files that a project's room has, by project slug. */
export const files: Record<string, DemoFile[]> = {
  'tidewatch-harbour-sensor-api': tidewatchFiles,
}

/** Questions on those files, and the tasks of the team, by project slug. */
export const boards: Record<string, { marks: DemoMark[]; tasks: DemoTask[] }> = {
  'tidewatch-harbour-sensor-api': { marks: tidewatchMarks, tasks: tidewatchTasks },
}

/** What was run and kept, by project slug. */
export const histories: Record<string, DemoHistory> = {
  'tidewatch-harbour-sensor-api': tidewatchHistory,
}
