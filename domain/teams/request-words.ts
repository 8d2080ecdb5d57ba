import type { ApplicationStatus, InvitationStatus } from '@/contracts/vocabulary'

type Closed = Exclude<ApplicationStatus | InvitationStatus, 'pending'>

const words: Record<Closed, string> = {
  accepted: 'has already been accepted',
  declined: 'has already been declined',
  withdrawn: 'was withdrawn',
  revoked: 'was taken back by the team',
  expired: 'has expired',
  superseded: 'was closed because the seat is gone',
}

/** Says what became of a request that no longer waits. */
export const closedRequest = (
  what: 'request' | 'invitation',
  status: ApplicationStatus | InvitationStatus,
) => `This ${what} ${words[status === 'pending' ? 'expired' : status]}.`
