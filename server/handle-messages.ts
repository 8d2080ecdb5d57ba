import {
  editMessageInput,
  messageIdInput,
  reactInput,
  roomIdInput,
  sendMessageInput,
} from '@/contracts/inputs'
import { searchMessagesInput } from '@/contracts/message-search'
import { addReaction } from '@/domain/rooms/add-reaction'
import { deleteMessage } from '@/domain/rooms/delete-message'
import { editMessage } from '@/domain/rooms/edit-message'
import { listMessageVersions } from '@/domain/rooms/list-message-versions'
import { listPins } from '@/domain/rooms/list-pins'
import { pinMessage } from '@/domain/rooms/pin-message'
import { removeReaction } from '@/domain/rooms/remove-reaction'
import { restoreMessage } from '@/domain/rooms/restore-message'
import { searchMessages } from '@/domain/rooms/search-messages'
import { unpinMessage } from '@/domain/rooms/unpin-message'
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
    const deleted = await deleteMessage(actor, input)
    // What they have not read has become less.
    node.unread.room(input.roomId, actor.personId)
    return deleted
  })
  on(node, socket, 'message:restore', messageIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    const restored = await restoreMessage(actor, input)
    node.unread.room(input.roomId, actor.personId)
    return restored
  })
  on(node, socket, 'message:versions', messageIdInput, listMessageVersions)
  on(node, socket, 'message:pin', messageIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return pinMessage(actor, input)
  })
  on(node, socket, 'message:unpin', messageIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return unpinMessage(actor, input)
  })
  on(node, socket, 'pin:list', roomIdInput, listPins)
  on(node, socket, 'reaction:add', reactInput, async (actor, input) => {
    await limitChange(actor.personId)
    return addReaction(actor, input)
  })
  on(node, socket, 'reaction:remove', reactInput, async (actor, input) => {
    await limitChange(actor.personId)
    return removeReaction(actor, input)
  })
}
