import { saveDraftInput } from '@/contracts/drafts'
import { channel } from '@/contracts/realtime'
import { saveDraft } from '@/domain/rooms/save-draft'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleDrafts(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'draft:save', saveDraftInput, async (actor, input) => {
    await limitChange(actor.personId)
    const answer = await saveDraft(actor, input)
    const { roomId, threadId } = input
    // To the person's other tabs and devices alone: nobody else hears what somebody may say.
    if (answer.saved)
      socket
        .to(channel.person(actor.personId))
        .emit('draft:changed', { roomId, threadId, draft: answer.draft })
    return answer
  })
}
