import { recordRunInput, runIdInput } from '@/contracts/documents'
import { getRun } from '@/domain/runs/get-run'
import { getRunCode } from '@/domain/runs/get-run-code'
import { recordRun } from '@/domain/runs/record-run'
import { limitRun } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleRuns(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'run:record', recordRunInput, async (actor, input) => {
    await limitRun(actor.personId)
    return recordRun(actor, input, node.presence.presentIn(input.roomId))
  })
  on(node, socket, 'run:open', runIdInput, getRunCode)
  on(node, socket, 'run:get', runIdInput, getRun)
}
