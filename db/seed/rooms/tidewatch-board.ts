import type { DemoMark, DemoTask } from '../demo'

/** What navigators asked about the Tidewatch files, and nobody has answered yet. */
export const tidewatchMarks: DemoMark[] = [
  {
    key: 'doubles',
    by: 'aiko',
    at: '-14m',
    path: 'gaps.ts',
    on: 'const missing = Math.round((after.at - before.at) / minute) - 1',
    ask: 'Two readings within one minute give −1 here, and are left out below. Should a double not be reported, too?',
  },
  {
    key: 'silent',
    by: 'priya',
    at: '-11m',
    path: 'latest-readings.sql',
    on: 'order by at desc\n  limit 1',
    ask: 'Is this still one step backwards for a station that has never sent anything? Let us look at the plan on Saturday.',
  },
]

export const tidewatchTasks: DemoTask[] = [
  {
    by: 'maya',
    at: '-10m',
    title: 'Swap the primary key to (station_id, at)',
    state: 'done',
    given: { to: 'maya', step: 'databases' },
  },
  {
    by: 'priya',
    at: '-9m',
    title: 'Daily range of a station, with the plan before and after',
    state: 'doing',
    given: { to: 'priya', step: 'databases' },
  },
  {
    by: 'maya',
    at: '-8m',
    title: 'Report doubled readings beside the gaps',
    state: 'todo',
    of: 'doubles',
  },
]
