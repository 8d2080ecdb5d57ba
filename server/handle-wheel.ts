import { turnWheelInput } from '@/contracts/documents'
import { roomIdInput } from '@/contracts/inputs'
import { getBalance } from '@/domain/pairing/get-balance'
import { turnWheel } from '@/domain/pairing/turn-wheel'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleWheel(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'wheel:turn', turnWheelInput, async (actor, input) => {
    await limitChange(actor.personId)
    return turnWheel(actor, input, node.presence.presentIn(input.roomId))
  })
  on(node, socket, 'wheel:balance', roomIdInput, getBalance)
}
