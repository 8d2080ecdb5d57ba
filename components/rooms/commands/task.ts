import { v4 as uuid } from 'uuid'
import { findMentions, mentionPattern } from '@/contracts/mentions'
import type { PersonView } from '@/contracts/realtime'
import { roomLink } from '@/contracts/room-links'
import { createTaskInput } from '@/contracts/tasks'
import { escaped } from '../markdown-words'
import type { RoomStore } from '../room-store'
import type { CommandPlace, CommandResult, SlashCommand } from './command'

/** A title, and who does it: the first member whom the text mentions, who is then not part of the title. */
export function readTask(
  text: string,
  people: PersonView[],
): { title: string; assignee: PersonView | null } {
  const mentioned = new Set(findMentions(text).handles)
  for (const found of text.matchAll(mentionPattern)) {
    const handle = (found[1] ?? '').toLowerCase()
    const assignee = people.find((one) => one.handle.toLowerCase() === handle)
    if (!assignee || !mentioned.has(handle)) continue
    const before = text.slice(0, found.index)
    const after = text.slice(found.index + found[0].length)
    // What led up to the name leads nowhere without it.
    const title = after.trim() ? `${before}${after}` : before.replace(/[\s,;:–-]+$/, '')
    return { title: title.replace(/\s+/g, ' ').trim(), assignee }
  }
  return { title: text.replace(/\s+/g, ' ').trim(), assignee: null }
}

/** The message that shows a task in the room's chat; its assignee hears of it by the mention. */
export function taskMessage(
  roomId: string,
  task: { id: string; title: string },
  assignee: Pick<PersonView, 'handle'> | null,
): string {
  const link = `[${escaped(task.title)}](${roomLink(roomId, { task: task.id })})`
  return assignee ? `Task ${link} for @${assignee.handle}` : `Task ${link}`
}

/** The ids of tasks that may be on the board already, though no answer came: a retry is the same task. */
const tried = new WeakMap<RoomStore, Map<string, string>>()

async function addTask(
  argument: string,
  { store, threadId }: CommandPlace,
): Promise<CommandResult> {
  const { roomId, transport } = store
  const { title, assignee } = readTask(argument, store.getView().people)
  const ids = tried.get(store) ?? new Map<string, string>()
  tried.set(store, ids)
  const key = `${threadId ?? ''} ${argument}`
  const taskId = ids.get(key) ?? uuid()
  const input = { roomId, taskId, title }
  const { error } = createTaskInput.safeParse(input)
  if (error) return { kind: 'problem', message: error.issues[0]?.message ?? 'Write it shorter.' }
  ids.set(key, taskId)
  const made = await transport.request('task:create', input)
  if (!made.ok) return { kind: 'problem', message: `The task was not added. ${made.message}` }
  if (assignee) {
    const change = { roomId, taskId, assigneeId: assignee.id }
    const given = await transport.request('task:change', change)
    if (!given.ok)
      return {
        kind: 'problem',
        message: `The task is on the board, but not given to ${assignee.name}. ${given.message} Send again to go on.`,
      }
  }
  ids.delete(key)
  return { kind: 'send', body: taskMessage(roomId, { id: taskId, title }, assignee) }
}

export const taskCommand: SlashCommand = {
  name: 'task',
  usage: '/task What is to be done @who',
  help: 'Puts a task on the board, and shows it here.',
  fits: ({ kind }) => kind === 'project',
  run: addTask,
}
