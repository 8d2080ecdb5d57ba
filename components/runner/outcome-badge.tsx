import { Check, CircleStop, Clock, X } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { RunOutcome, RunTest } from './protocol'

export const outcomes = {
  passed: { word: 'Passed', tone: 'good', Icon: Check, className: 'text-good' },
  failed: { word: 'Failed', tone: 'bad', Icon: X, className: 'text-bad' },
  stopped: { word: 'Stopped', tone: 'warn', Icon: CircleStop, className: 'text-warn' },
  timed_out: { word: 'Out of time', tone: 'warn', Icon: Clock, className: 'text-warn' },
} as const

/** How a run ended, in a word, with its mark. */
export function OutcomeBadge({ outcome }: { outcome: RunOutcome }) {
  const { word, tone, Icon } = outcomes[outcome]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3" />
      {word}
    </Badge>
  )
}

/** `840 ms`, `12.4 s`. */
export const formatDuration = (ms: number) =>
  ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`

/** `5 of 6 tests passed`; empty where none ran. */
export function countTests(tests: RunTest[]): string {
  const green = tests.filter(({ passed }) => passed).length
  return tests.length === 0 ? '' : `${green} of ${tests.length} tests passed`
}

/** How a run ended, for a sentence: `Failed, 5 of 6 tests passed`. */
export function outcomeWords(outcome: RunOutcome, tests: RunTest[]): string {
  const counted = countTests(tests)
  return outcomes[outcome].word + (counted && `, ${counted}`)
}
