import { loadThreadInput, readThreadInput, roomIdInput } from '@/contracts/inputs'
import { listThreads } from '@/domain/rooms/list-threads'
import { loadThread } from '@/domain/rooms/load-thread'
import { readThread } from '@/domain/rooms/read-thread'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleThreads(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'thread:load', loadThreadInput, loadThread)
  on(node, socket, 'thread:list', roomIdInput, listThreads)
  on(node, socket, 'thread:read', readThreadInput, async (actor, input) => {
    const { lastReadSeq, moved } = await readThread(actor, input)
    if (moved) node.unread.person(input.roomId, actor.personId)
    return { lastReadSeq }
  })
}
