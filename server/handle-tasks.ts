import { changeTaskInput, createTaskInput, taskIdInput } from '@/contracts/tasks'
import { changeTask } from '@/domain/tasks/change-task'
import { createTask } from '@/domain/tasks/create-task'
import { deleteTask } from '@/domain/tasks/delete-task'
import { limitChange } from './limits'
import type { Node } from './node'
import { on } from './on'
import type { RealtimeSocket } from './realtime-server'

export function handleTasks(node: Node, socket: RealtimeSocket) {
  on(node, socket, 'task:create', createTaskInput, async (actor, input) => {
    await limitChange(actor.personId)
    return createTask(actor, input)
  })
  on(node, socket, 'task:change', changeTaskInput, async (actor, input) => {
    await limitChange(actor.personId)
    return changeTask(actor, input)
  })
  on(node, socket, 'task:delete', taskIdInput, async (actor, input) => {
    await limitChange(actor.personId)
    return deleteTask(actor, input)
  })
}
