import type { DemoHistory } from '../demo'
import { tidewatchFiles } from './tidewatch-files'

const gaps = tidewatchFiles.find(({ path }) => path === 'gaps.ts')?.text ?? ''
/** Before the rounding was settled: a doubled reading counted as a gap of nothing. */
const draft = gaps.replace('if (missing > 0)', 'if (missing !== 0)')

const hour = { name: 'a full hour has no gap', passed: true }
const minute = { name: 'a missing minute is a gap, not a zero', passed: true }
const station = { name: 'an empty station has nothing to report', passed: true }

/** How the gaps came to be counted right. */
export const tidewatchHistory: DemoHistory = [
  {
    by: 'aiko',
    at: '-7m',
    version: { name: 'First draft of the gaps', former: { 'gaps.ts': draft } },
  },
  {
    by: 'priya',
    at: '-6m',
    run: {
      path: 'gaps.test.ts',
      durationMs: 61,
      output: '',
      tests: [
        { ...hour, passed: false, message: 'expected [] but got one gap of -1 minutes' },
        minute,
        station,
      ],
    },
  },
  {
    by: 'priya',
    at: '-4m',
    run: { path: 'gaps.test.ts', durationMs: 54, output: '', tests: [hour, minute, station] },
    version: {},
    say: 'Gaps are green: doubled readings are no gaps any more.',
  },
]
