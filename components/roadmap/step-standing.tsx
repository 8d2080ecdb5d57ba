import { RelativeTime } from '@/components/ui/relative-time'
import type { StepSummary } from '@/contracts/views'

/** "Step 8, learning since 3 days ago" without making the reader do the sum. */
export function StepStanding({ step, signedIn }: { step: StepSummary; signedIn: boolean }) {
  const since = step.since && <RelativeTime at={step.since} />
  return (
    <span>
      Step {step.position}
      {signedIn && step.state === 'learning' && <>, begun {since}</>}
      {signedIn && step.state === 'done' && <>, done {since}</>}
      {signedIn && step.state === 'skipped' && ', skipped'}
      {signedIn && step.state === 'not_started' && ', your next one'}
    </span>
  )
}
