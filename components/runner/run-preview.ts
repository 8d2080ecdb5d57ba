import { openFrame } from './open-frame'
import type { FromPreview, RunOutcome, ToPreview } from './protocol'
import { RunRecord, type RunResult } from './run-record'
import type { RunListeners, RunRequest } from './runner'

/** A page that has not loaded by then is taken away; loops end themselves long before. */
const loadMs = 10_000
/** What a page prints this soon after it has loaded belongs to the run. */
const quietMs = 500

/**
 * Shows a page of the room in a frame of its own. The run ends soon after the page has loaded; the page
 * stays, and its console goes on to `onOutput` within the run's limit.
 */
export async function runPreview(
  { entry, files, input }: RunRequest,
  { onOutput, onStart, preview, signal }: RunListeners,
): Promise<{ result: Promise<RunResult>; close(): void }> {
  const record = new RunRecord()
  const place = preview ?? document.body
  const { port, close } = await openFrame('/run-frame/preview', place, {
    title: `Preview of ${entry}`,
    hidden: preview === undefined,
  })
  const startedAt = performance.now()
  let outcome: RunOutcome = 'passed'
  const result = new Promise<RunResult>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      resolve(record.finish(outcome, performance.now() - startedAt))
    }
    const takeAway = (how: RunOutcome) => {
      outcome = how
      close()
      end()
    }
    const stop = () => takeAway('stopped')
    let timer = setTimeout(() => takeAway('timed_out'), loadMs)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
    port.onmessage = ({ data }) => {
      const message = data as FromPreview
      if (message.type === 'output') {
        const kept = record.write(message.text)
        if (kept) onOutput?.(kept)
      } else if (message.type === 'failed') outcome = 'failed'
      else if (message.type === 'loaded') {
        clearTimeout(timer)
        timer = setTimeout(end, quietMs)
      }
    }
  })
  onStart?.()
  port.postMessage({ type: 'show', program: { entry, files, input } } satisfies ToPreview)
  return { result, close }
}
