import { messageIdInput } from '@/contracts/inputs'
import { votePollInput } from '@/contracts/polls'
import { closePoll } from '@/domain/polls/close-poll'
import { vote } from '@/domain/polls/vote'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handlePolls(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'poll:vote', votePollInput, async (actor, input) => {
    await limitChange(actor.personId)
    return vote(actor, input)
  })
  on(node, socket, 'poll:close', messageIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return closePoll(actor, input)
  })
}
