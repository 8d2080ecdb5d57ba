import { Badge } from '@/components/ui/badge'
import type { ApplicationStatus, InvitationStatus } from '@/contracts/vocabulary'

const outcomes = {
  pending: ['Waiting', 'accent'],
  accepted: ['Accepted', 'good'],
  declined: ['Declined', 'plain'],
  withdrawn: ['Withdrawn', 'plain'],
  expired: ['Expired', 'plain'],
  superseded: ['Seat taken', 'plain'],
  revoked: ['Taken back', 'plain'],
} as const

export function RequestOutcome({ status }: { status: ApplicationStatus | InvitationStatus }) {
  const [word, tone] = outcomes[status]
  return <Badge tone={tone}>{word}</Badge>
}
