import { roomIdInput } from '@/contracts/inputs'
import { muteInput, reportInput, roomPersonInput, slowModeInput } from '@/contracts/rooms'
import { getStanding } from '@/domain/rooms/get-standing'
import { listMuted } from '@/domain/rooms/list-muted'
import { mutePerson } from '@/domain/rooms/mute-person'
import { reportMessage } from '@/domain/rooms/report-message'
import { setSlowMode } from '@/domain/rooms/set-slow-mode'
import { unmutePerson } from '@/domain/rooms/unmute-person'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleModeration(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'room:standing', roomIdInput, async (actor, input) => ({
    standing: await getStanding(actor, input),
  }))
  on(node, socket, 'room:slow', slowModeInput, async (actor, input) => {
    await limitChange(actor.personId)
    return setSlowMode(actor, input)
  })
  on(node, socket, 'member:mute', muteInput, async (actor, input) => {
    await limitChange(actor.personId)
    await mutePerson(actor, input)
    return {}
  })
  on(node, socket, 'member:unmute', roomPersonInput, async (actor, input) => {
    await limitChange(actor.personId)
    await unmutePerson(actor, input)
    return {}
  })
  on(node, socket, 'member:list-muted', roomIdInput, async (actor, input) => ({
    muted: await listMuted(actor, input),
  }))
  on(node, socket, 'message:report', reportInput, async (actor, input) => {
    await limitChange(actor.personId)
    await reportMessage(actor, input)
    return {}
  })
}
