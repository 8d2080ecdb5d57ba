import { countTests } from '@/components/runner/outcome-badge'
import type { RunView } from '@/contracts/documents'
import { parseRoomLink, roomLink } from '@/contracts/room-links'

/** More cards than this would bury what was written. */
const mostCards = 3

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

const address = /(?:https?:\/\/[^\s/<>()[\]]+)?\/rooms\/[\da-f-]{36}\?[^\s<>()[\]"'`]+/gi

/**
 * The runs of a room that a message links to, each once.
 * @param origin of this site, for whole addresses
 */
export function linkedRuns(body: string, roomId: string, origin?: string): string[] {
  const links = (body.match(address) ?? []).map((href) => parseRoomLink(href, origin))
  const runs = links.flatMap((link) => (link?.roomId === roomId && link.run ? link.run : []))
  return [...new Set(runs)].slice(0, mostCards)
}
