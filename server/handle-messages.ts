import { editMessageInput, messageIdInput, reactInput, sendMessageInput } from '@/contracts/inputs'
import { searchMessagesInput } from '@/contracts/message-search'
import { addReaction } from '@/domain/rooms/add-reaction'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { removeReaction } from '@/domain/rooms/remove-reaction'
import { searchMessages } from '@/domain/rooms/search-messages'
import { limitChange, limitMessage, limitSearch } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleMessages(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'message:send', sendMessageInput, async (actor, input) => {
    await limitMessage(actor.personId, input.roomId)
    const { event, repeated } = await node.messages.send(actor, input)
    if (!repeated) node.unread.room(input.roomId, actor.personId)
    return { event }
  })
  on(node, socket, 'message:search', searchMessagesInput, async (actor, input) => {
    await limitSearch(actor.personId)
    return searchMessages(actor, input)
  })
  on(node, socket, 'message:edit', editMessageInput, async (actor, input) => {
    await limitChange(actor.personId)
    return editMessage(actor, input)
  })
  on(node, socket, 'message:delete', messageIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return deleteMessage(actor, input)
  })
  on(node, socket, 'reaction:add', reactInput, async (actor, input) => {
    await limitChange(actor.personId)
    return addReaction(actor, input)
  })
  on(node, socket, 'reaction:remove', reactInput, async (actor, input) => {
    await limitChange(actor.personId)
    return removeReaction(actor, input)
  })
}
