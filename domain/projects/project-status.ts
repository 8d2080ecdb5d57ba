import type { ProjectStatus } from '@/contracts/vocabulary'

/** Where a project may go from each stage. `completed` is final but for the archive: what shipped stays shipped. */
const moves: Record<ProjectStatus, readonly ProjectStatus[]> = {
  draft: ['open', 'archived'],
  open: ['in_progress', 'paused', 'abandoned', 'archived'],
  in_progress: ['completed', 'open', 'paused', 'abandoned'],
  paused: ['open', 'in_progress', 'abandoned', 'archived'],
  completed: ['archived'],
  abandoned: ['open', 'archived'],
  archived: [],
}

export const nextStatusesOf = (status: ProjectStatus) => moves[status]

/** People can ask, be invited and be accepted. */
export const isRecruiting = (status: ProjectStatus) => status === 'open' || status === 'in_progress'

/** Requests that still wait are closed when a project gets here. */
export const isEnding = (status: ProjectStatus) =>
  status === 'completed' || status === 'abandoned' || status === 'archived'

/** Outsiders see it. */
export const isPublic = (status: ProjectStatus) => status !== 'draft' && status !== 'archived'

export const publicStatuses = ['open', 'in_progress', 'completed', 'paused', 'abandoned'] as const

/** The stage as it reads in a sentence. */
export const statusWords: Record<ProjectStatus, string> = {
  draft: 'a draft',
  open: 'open',
  in_progress: 'in progress',
  completed: 'completed',
  paused: 'paused',
  abandoned: 'abandoned',
  archived: 'archived',
}
