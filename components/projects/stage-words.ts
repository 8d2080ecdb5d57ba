import type { ProjectStatus } from '@/contracts/vocabulary'

export const stageNames: Record<ProjectStatus, string> = {
  draft: 'Draft',
  open: 'Open',
  in_progress: 'In progress',
  completed: 'Completed',
  paused: 'Paused',
  abandoned: 'Abandoned',
  archived: 'Archived',
}

export type StageMove = {
  label: string
  done: string
  /** Asked first where the move ends something for others. */
  confirm?: { title: string; description: string }
}

/** How a move to `to` reads on its button, seen from where the project stands. */
export function stageMove(from: ProjectStatus, to: ProjectStatus): StageMove {
  switch (to) {
    case 'open':
      return from === 'draft'
        ? { label: 'Post project', done: 'Project posted' }
        : from === 'in_progress'
          ? { label: 'Back to open', done: 'The project is open' }
          : { label: 'Reopen', done: 'The project is open again' }
    case 'in_progress':
      return from === 'paused'
        ? { label: 'Resume', done: 'The project goes on' }
        : { label: 'Start', done: 'The project is in progress' }
    case 'paused':
      return { label: 'Pause', done: 'The project is paused' }
    case 'completed':
      return {
        label: 'Complete',
        done: 'The project is completed',
        confirm: {
          title: 'Mark the project as completed?',
          description:
            'It counts as shipped for everybody on the team, and takes nobody on any more. Requests that still wait are closed. This cannot be taken back.',
        },
      }
    case 'abandoned':
      return {
        label: 'Abandon',
        done: 'The project is abandoned',
        confirm: {
          title: 'Abandon the project?',
          description:
            'The page says so, and requests that still wait are closed. You can reopen it later.',
        },
      }
    default:
      return {
        label: 'Archive',
        done: 'The project is archived',
        confirm: {
          title: 'Archive the project?',
          description:
            'It disappears from every list, and only the team can still see it. This cannot be taken back.',
        },
      }
  }
}
