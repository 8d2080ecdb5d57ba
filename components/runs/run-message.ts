import { countTests } from '@/components/runner/outcome-badge'
import type { RunView } from '@/contracts/documents'
import { roomLink } from '@/contracts/room-links'

const ended = {
  passed: 'passed',
  failed: 'failed',
  stopped: 'was stopped',
  timed_out: 'ran out of time',
}

/** The message that shows a run in the room's chat. A path holds no backtick, so it can stand as code. */
export function runMessage(roomId: string, { id, path, outcome, tests }: RunView): string {
  const counted = countTests(tests)
  const link = `[\`${path}\`](${roomLink(roomId, { run: id })})`
  return `${link} ${ended[outcome]}${counted && `: ${counted}`}.`
}
