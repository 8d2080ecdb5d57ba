import type { TaskState } from '@/contracts/tasks'
import type { OpeningStatus, ProjectStatus } from '@/contracts/vocabulary'

/*
 * The shape of the demo as data. People are named by their handles; days count back from the moment of
 * seeding, so that the demo looks alive whenever it is made.
 */

type Days = 'weekdays' | 'weekend' | 'every day'

export type DemoPerson = {
  handle: string
  name: string
  headline: string
  bio: string
  timeZone: string
  weeklyHours: number
  joinedDaysAgo: number
  /** Levels 1–5 by skill. */
  has: Record<string, number>
  wants: Record<string, number>
  /** In the person's own time zone. */
  windows: [days: Days, from: string, to: string][]
  /** How many steps they have done, counted from the first. */
  done: number
  learning: string[]
  skipped?: string[]
}

export type DemoRole = {
  title: string
  seats: number
  required: Record<string, number>
  nice?: Record<string, number>
  /** Who sits here, and the message they asked with; an empty one means that they were invited. */
  team?: Record<string, string>
  /** Absent: `filled` when every seat is taken, else `open`. */
  status?: Extract<OpeningStatus, 'on_hold' | 'closed'>
}

type Request = { who: string; role: string; message: string; daysAgo: number; reason?: string }

export type DemoProject = {
  slug: string
  title: string
  pitch: string
  /** Markdown blocks; a blank line is put between them. */
  description: string[]
  steps: string[]
  status: ProjectStatus
  daysAgo: number
  hoursPerWeek: number
  timeZone: string
  window: [from: string, to: string]
  accepting?: false
  owner: string
  roles: DemoRole[]
  maintainers?: string[]
  inactive?: string[]
  /** People who were on the team, by the role that they gave up. */
  former?: { who: string; role: string; how: 'left' | 'removed'; daysAgo: number }[]
  /** Requests without a seat at their end; accepted ones follow from `team`. */
  applications?: (Request & {
    status: 'pending' | 'declined' | 'withdrawn' | 'expired' | 'superseded'
  })[]
  invitations?: (Request & { status: 'pending' | 'declined' | 'revoked' | 'expired' })[]
}

export type DemoMessage = {
  by: string
  /** `-3 18:20`: three days ago at that time UTC · `-25m`: that many minutes ago. */
  at: string
  say: string
  /** A name by which a later message replies to this one. */
  key?: string
  replyTo?: string
  /** Who reacted, by emoji. */
  reactions?: Record<string, string[]>
  /** It was edited later; `say` is the text that stands. */
  edited?: true
  /** It was deleted later; nothing of its text is stored. */
  deleted?: true
  /** These people have read up to here, everybody else to the end. */
  lastReadBy?: string[]
}

/** A fenced block of code in a message. */
export const code = (language: 'ts' | 'sql' | 'sh' | 'text', lines: string) =>
  `\`\`\`${language}\n${lines.trim()}\n\`\`\``

/** A file that a room begins with, by the handle of who made it. */
export type DemoFile = { by: string; path: string; text: string }

/** A question pinned to words of a file; they stand in it once. */
export type DemoMark = {
  key: string
  by: string
  at: string
  path: string
  on: string
  ask: string
}

/** What was run and kept in a room, oldest first. */
export type DemoHistory = {
  by: string
  at: string
  run?: {
    path: string
    durationMs: number
    output: string
    tests: { name: string; passed: boolean; message?: string }[]
  }
  /** Without a name it is the one that tests made when they turned green. */
  version?: {
    name?: string
    /** Texts of files that were other ones then, by path. */
    former?: Record<string, string>
  }
  /** Said in the chat, with a link to the run. */
  say?: string
}[]

export type DemoTask = {
  by: string
  at: string
  title: string
  state: TaskState
  /** Who does it, and the step it belongs to. */
  given?: { to?: string; step?: string }
  /** The key of the mark that it came from. */
  of?: string
}
