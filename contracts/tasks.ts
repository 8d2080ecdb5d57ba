import { z } from 'zod'
import { id, stepId, toLine } from './inputs'

/** Tasks: cards on the board of a project's room. */

export const taskStates = ['todo', 'doing', 'done'] as const
export type TaskState = (typeof taskStates)[number]
/** Tasks that a room holds at most. */
export const maximumTasks = 200
/** Characters of a task's title. */
export const maximumTitle = 200

const title = z
  .string({ error: 'Say what is to be done.' })
  .transform(toLine)
  .pipe(
    z
      .string()
      .min(1, 'Say what is to be done.')
      .max(maximumTitle, `Keep it to ${maximumTitle} characters.`),
  )

export const createTaskInput = z.object({
  roomId: id,
  /** The client's own id: a repeat is answered with the first result. */
  taskId: id,
  title,
  /** The mark that it came from. */
  markId: id.nullable().default(null),
})
export const changeTaskInput = z.object({
  roomId: id,
  taskId: id,
  title: title.optional(),
  state: z.enum(taskStates).optional(),
  assigneeId: id.nullable().optional(),
  /** One of the project's steps. */
  stepId: stepId.nullable().optional(),
})
export const taskIdInput = z.object({ roomId: id, taskId: id })

export const taskView = z.object({
  id,
  title: z.string(),
  state: z.enum(taskStates),
  assigneeId: id.nullable(),
  stepId: z.string().nullable(),
  markId: id.nullable(),
  createdById: id.nullable(),
  at: z.iso.datetime(),
})
export type TaskView = z.infer<typeof taskView>
export type CreateTaskInput = z.infer<typeof createTaskInput>
export type ChangeTaskInput = z.infer<typeof changeTaskInput>
