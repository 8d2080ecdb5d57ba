import { addMarkInput, markIdInput } from '@/contracts/marks'
import { addMark } from '@/domain/marks/add-mark'
import { deleteMark } from '@/domain/marks/delete-mark'
import { getMark } from '@/domain/marks/get-mark'
import { reopenMark } from '@/domain/marks/reopen-mark'
import { resolveMark } from '@/domain/marks/resolve-mark'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleMarks(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'mark:get', markIdInput, getMark)
  on(node, socket, 'mark:add', addMarkInput, async (actor, input) => {
    await limitChange(actor.personId)
    return addMark(actor, input)
  })
  on(node, socket, 'mark:resolve', markIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return resolveMark(actor, input)
  })
  on(node, socket, 'mark:reopen', markIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return reopenMark(actor, input)
  })
  on(node, socket, 'mark:delete', markIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return deleteMark(actor, input)
  })
}
