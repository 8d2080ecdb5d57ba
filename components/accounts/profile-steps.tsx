import Link from 'next/link'
import { StepMark } from '@/components/ui/step-mark'
import type { ProfilePage } from '@/contracts/views'

/** What the person has learnt and is learning, in the roadmap's order. */
export function ProfileSteps({ steps, empty }: { steps: ProfilePage['steps']; empty: string }) {
  return (
    <section className="flex flex-col gap-2.5">
      <h2 className="text-lg">Roadmap</h2>
      {steps.length === 0 ? (
        <p className="text-sm text-ink-2">{empty}</p>
      ) : (
        <ul className="flex flex-col">
          {steps.map((step) => (
            <li key={step.id}>
              <Link
                href={`/roadmap/${step.id}`}
                className="-mx-2 flex min-h-10 items-center gap-2.5 rounded-s px-2 text-sm hover:bg-sunken"
              >
                <StepMark line={step.line} state={step.state} className="size-4!" />
                <span className="flex-1">
                  {step.position} · {step.title}
                </span>
                <span className="text-xs text-ink-3">
                  {step.state === 'done' ? 'Done' : 'Learning'}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
