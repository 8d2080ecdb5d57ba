import Link from 'next/link'
import { StepMark } from '@/components/ui/step-mark'
import type { HomePage } from '@/contracts/views'

export function HomeHeader({ name, home }: { name: string; home: HomePage }) {
  const share = home.total === 0 ? 0 : (home.done / home.total) * 100
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
      <div>
        <h1 className="text-2xl">Hello, {name.split(' ')[0]}</h1>
        {home.currentStep && home.learning ? (
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-ink-2">
            You are on
            <Link
              href={`/roadmap/${home.currentStep.id}`}
              className="inline-flex min-h-6 items-center gap-2 font-semibold text-ink hover:underline"
            >
              <StepMark line={home.currentStep.line} state="learning" className="size-3.5" />
              {home.currentStep.position} · {home.currentStep.title}
            </Link>
          </p>
        ) : (
          <p className="mt-1 text-ink-2">Here is what to do next.</p>
        )}
      </div>
      <Link href="/roadmap" className="group block w-full rounded-s sm:w-64">
        <span className="tabular flex justify-between text-sm text-ink-2 group-hover:text-ink">
          <span>Your roadmap</span>
          <span>
            {home.done} of {home.total} steps
          </span>
        </span>
        <span aria-hidden className="mt-1.5 block h-1 rounded-full bg-line">
          <span className="block h-full rounded-full bg-ink-2" style={{ width: `${share}%` }} />
        </span>
      </Link>
    </div>
  )
}
