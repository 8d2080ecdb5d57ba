'use client'
import { ArrowRight } from 'lucide-react'
import { useRoomStore } from '@/components/rooms/room-context'
import { formatDuration, OutcomeBadge, outcomes } from '@/components/runner/outcome-badge'
import { Badge } from '@/components/ui/badge'
import { Dialog } from '@/components/ui/dialog'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RunView } from '@/contracts/documents'
import { type ComparedTest, changeWords, compareTests } from './compare-tests'
import { LazyCodeDiff } from './lazy-code'
import { LoadedView } from './loaded-view'
import { readRunCode } from './run-code-dialog'
import { useLoaded } from './use-loaded'

/** Two runs beside each other, the earlier one first; null shows nothing. */
export function CompareDialog({
  runs,
  onClose,
}: {
  runs: [RunView, RunView] | null
  onClose: () => void
}) {
  return (
    <Dialog
      wide
      open={runs !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Two runs compared"
    >
      {runs && <Comparison before={runs[0]} after={runs[1]} />}
    </Dialog>
  )
}

function Comparison({ before, after }: { before: RunView; after: RunView }) {
  const store = useRoomStore()
  const code = useLoaded(`${before.id} ${after.id}`, () =>
    Promise.all([readRunCode(store, before.id), readRunCode(store, after.id)]),
  )
  const titles = ['Earlier', 'Later'] as const
  const side = (at: 0 | 1, text: string) => ({ title: titles[at], text })
  const tests = compareTests(before.tests, after.tests)
  return (
    <div className="flex flex-col gap-6 text-sm">
      <div className="grid gap-3 sm:grid-cols-2">
        <Header title={titles[0]} run={before} />
        <Header title={titles[1]} run={after} />
      </div>
      <section aria-labelledby="compared-tests">
        <h3 id="compared-tests" className="mb-1 text-base">
          Tests
        </h3>
        {tests.length === 0 ? (
          <p className="text-ink-2">Neither run had tests.</p>
        ) : (
          <TestTable tests={tests} />
        )}
      </section>
      <section aria-labelledby="compared-outputs">
        <h3 id="compared-outputs" className="text-base">
          Output of both
        </h3>
        {/* Plain text, whatever the program was written in. */}
        <LazyCodeDiff path="output" left={side(0, before.output)} right={side(1, after.output)} />
      </section>
      <section aria-labelledby="compared-code">
        <h3 id="compared-code" className="text-base">
          Code of both
        </h3>
        <LoadedView loaded={code}>
          {([old, now]) => (
            <LazyCodeDiff path={after.path} left={side(0, old)} right={side(1, now)} />
          )}
        </LoadedView>
      </section>
    </div>
  )
}

function Header({ title, run }: { title: string; run: RunView }) {
  const { path, outcome, durationMs, person, at } = run
  return (
    <div className="rounded-m border border-line p-3">
      <p className="text-xs text-ink-2">{title}</p>
      <p className="flex flex-wrap items-center gap-2 py-1">
        <span className="min-w-0 truncate font-code text-xs">{path}</span>
        <OutcomeBadge outcome={outcome} />
        <span className="tabular font-code text-xs text-ink-2">{formatDuration(durationMs)}</span>
      </p>
      <p className="text-xs text-ink-2">
        {person.name}, <RelativeTime at={at} />
      </p>
    </div>
  )
}

function TestTable({ tests }: { tests: ComparedTest[] }) {
  return (
    <table className="w-full text-left">
      <thead className="text-xs text-ink-2">
        <tr>
          <th scope="col" className="py-1 pr-3 font-normal">
            Test
          </th>
          <th scope="col" className="py-1 pr-3 font-normal">
            Earlier
          </th>
          <th scope="col" className="py-1 font-normal">
            Later
          </th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test, at) => {
          const words = changeWords(test)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and names may repeat.
            <tr key={at} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pr-3 font-normal [overflow-wrap:anywhere]">
                {test.name}{' '}
                {words && (
                  <Badge tone={test.after ? 'good' : test.after === null ? 'plain' : 'bad'}>
                    <ArrowRight aria-hidden className="size-3" />
                    {words}
                  </Badge>
                )}
              </th>
              <td className="py-1.5 pr-3">
                <Verdict passed={test.before} />
              </td>
              <td className="py-1.5">
                <Verdict passed={test.after} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Verdict({ passed }: { passed: boolean | null }) {
  if (passed === null) return <span className="text-xs text-ink-2">absent</span>
  const { Icon, className, word } = outcomes[passed ? 'passed' : 'failed']
  return (
    <span className={`flex items-center gap-1.5 text-xs whitespace-nowrap ${className}`}>
      <Icon aria-hidden className="size-4" />
      {word.toLowerCase()}
    </span>
  )
}
