import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { formatDuration, OutcomeBadge, outcomeWords } from './outcome-badge'
import type { RunOutcome, RunTest } from './protocol'

/**
 * What a run printed, its tests, how it ended and who ran it. Readers of the screen hear how it began
 * and ended, not every line.
 * @param outcome null while it runs.
 * @param quiet somebody else says how it began and ended
 * @param actions what can be done with it
 */
export function RunOutput({
  path,
  by,
  outcome,
  durationMs,
  output,
  tests,
  loading = false,
  quiet = false,
  actions,
}: {
  path: string
  by: string
  outcome: RunOutcome | null
  durationMs: number
  output: string
  tests: RunTest[]
  loading?: boolean
  quiet?: boolean
  actions?: ReactNode
}) {
  const doing = loading ? 'Loading the language' : 'Running'
  return (
    <section aria-label={`Output of ${path}`} className="flex min-h-0 flex-1 flex-col text-sm">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2">
        <span className="min-w-0 truncate font-code text-xs text-ink">{path}</span>
        {outcome ? <OutcomeBadge outcome={outcome} /> : <Badge>{doing}</Badge>}
        <span className="text-xs text-ink-2">
          {outcome && <span className="tabular font-code">{formatDuration(durationMs)}</span>}
          {outcome && ' · '}
          run by {by}
        </span>
        {actions && <span className="-my-1 ml-auto flex gap-1">{actions}</span>}
        {!quiet && (
          <span role="status" className="sr-only">
            {outcome ? `${path}: ${outcomeWords(outcome, tests)}.` : `${doing}: ${path}.`}
          </span>
        )}
      </header>
      {tests.length > 0 && <TestList tests={tests} />}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto px-3 py-2 font-code text-xs whitespace-pre-wrap text-ink [overflow-wrap:anywhere]"
      >
        {output || (
          <span className="text-ink-2">
            {outcome ? 'It printed nothing.' : 'Nothing printed yet.'}
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
