import type { ProjectStatus } from '@/contracts/vocabulary'
import { isRecruiting, statusWords } from '@/domain/projects/project-status'
import type { Standing } from './projects'

/** How many requests of one person may wait at once: a request is a promise to show up. */
export const maximumPendingApplications = 5

/**
 * Why the person cannot ask for a seat now, in plain words; null when they can.
 * A block is answered as neutrally as it can be: it must not tell who blocked whom.
 */
export function applyRefusal(facts: {
  signedIn: boolean
  standing: Standing
  status: ProjectStatus
  acceptingMembers: boolean
  freeSeats: number
  blocked: boolean
  pending: number
}): string | null {
  if (!facts.signedIn) return 'Sign in to ask for a seat.'
  if (facts.standing) return 'You are already on this team.'
  if (!isRecruiting(facts.status))
    return `This project is ${statusWords[facts.status]}, so nobody can join it at the moment.`
  if (!facts.acceptingMembers) return 'The team is not taking requests at the moment.'
  if (facts.freeSeats < 1) return 'Every seat is taken.'
  if (facts.blocked) return 'You cannot ask for a seat here at the moment.'
  if (facts.pending >= maximumPendingApplications)
    return `You have ${facts.pending} requests waiting, which is the most at one time. Withdraw one, or wait for an answer.`
  return null
}
