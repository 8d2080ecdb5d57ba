import { Check, CircleStop, Clock, X } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { RunOutcome, RunTest } from './protocol'

const outcomes = {
  passed: { word: 'Passed', tone: 'good', Icon: Check },
  failed: { word: 'Failed', tone: 'bad', Icon: X },
  stopped: { word: 'Stopped', tone: 'warn', Icon: CircleStop },
  timed_out: { word: 'Out of time', tone: 'warn', Icon: Clock },
} as const

/** `840 ms`, `12.4 s`. */
export const formatDuration = (ms: number) =>
  ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`

const countTests = (tests: RunTest[]) => {
  const green = tests.filter(({ passed }) => passed).length
  return tests.length === 0 ? '' : `, ${green} of ${tests.length} tests passed`
}

/**
 * What a run printed, its tests, how it ended and who ran it. Readers of the screen hear how it began
 * and ended, not every line.
 * @param outcome null while it runs.
 */
export function RunOutput({
  path,
  by,
  outcome,
  durationMs,
  output,
  tests,
  loading = false,
}: {
  path: string
  by: string
  outcome: RunOutcome | null
  durationMs: number
  output: string
  tests: RunTest[]
  loading?: boolean
}) {
  const ended = outcome ? outcomes[outcome] : null
  const doing = loading ? 'Loading the language' : 'Running'
  return (
    <section aria-label={`Output of ${path}`} className="flex min-h-0 flex-col text-sm">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2">
        <span className="min-w-0 truncate font-code text-xs text-ink">{path}</span>
        {ended ? (
          <Badge tone={ended.tone}>
            <ended.Icon aria-hidden className="size-3" />
            {ended.word}
          </Badge>
        ) : (
          <Badge>{doing}</Badge>
        )}
        <span className="text-xs text-ink-2">
          {ended && <span className="tabular font-code">{formatDuration(durationMs)}</span>}
          {ended && ' · '}
          run by {by}
        </span>
        <span role="status" className="sr-only">
          {ended ? `${path}: ${ended.word}${countTests(tests)}.` : `${doing}: ${path}.`}
        </span>
      </header>
      {tests.length > 0 && <TestList tests={tests} />}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto px-3 py-2 font-code text-xs whitespace-pre-wrap text-ink [overflow-wrap:anywhere]"
      >
        {output || (
          <span className="text-ink-2">
            {ended ? 'It printed nothing.' : 'Nothing printed yet.'}
          </span>
        )}
      </pre>
    </section>
  )
}

function TestList({ tests }: { tests: RunTest[] }) {
  return (
    <ul aria-label="Tests" className="max-h-1/2 overflow-auto border-b border-line px-3 py-2">
      {tests.map(({ name, passed, message }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tests only ever append, and names may repeat.
        <li key={at} className="flex items-start gap-2 py-0.5">
          {passed ? (
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          ) : (
            <X aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          )}
          <div className="min-w-0">
            <span className="text-ink">{name}</span>{' '}
            <span className={passed ? 'text-xs text-good' : 'text-xs text-bad'}>
              {passed ? 'passed' : 'failed'}
            </span>
            {message && (
              <pre className="font-code text-xs whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
                {message}
              </pre>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
