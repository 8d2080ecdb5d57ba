import { LinkButton } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { FormAction } from '@/contracts/form-state'
import type { ProjectPage } from '@/contracts/views'
import { askedOpening, canBeAsked, freeOpenings } from './asking'
import { AskingFacts } from './asking-facts'
import { LazyApplyDialog, LazyApplyForm, LazyWithdrawButton } from './lazy-asking'

type Properties = {
  project: ProjectPage
  signedIn: boolean
  draftKey: string
  apply: FormAction
  withdraw: FormAction
}

const pathOf = (project: ProjectPage) => `/projects/${project.slug}`
const signInPath = (project: ProjectPage) => `/sign-in?next=${encodeURIComponent(pathOf(project))}`

/** The ask beside the page: a form, the request that waits, or why asking is not possible. */
export function ApplyBox({ project, signedIn, draftKey, apply, withdraw }: Properties) {
  const pending = askedOpening(project)
  if (pending?.pendingApplicationId)
    return (
      <div className="flex flex-col items-start gap-3">
        <h2 className="text-lg">You asked to join</h2>
        <p className="text-sm text-ink-2">
          As {pending.title}. The team has your request; you will see the answer here.
          {pending.pendingApplicationExpiresAt && (
            <>
              {' '}
              Without one it expires <RelativeTime at={pending.pendingApplicationExpiresAt} />.
            </>
          )}
        </p>
        <AskingFacts project={project} />
        <LazyWithdrawButton
          applicationId={pending.pendingApplicationId}
          projectTitle={project.title}
          withdraw={withdraw}
        />
      </div>
    )
  if (project.viewer.can.apply)
    return (
      <div className="flex flex-col gap-4">
        <h2 className="text-lg">Ask to join</h2>
        <LazyApplyForm
          openings={freeOpenings(project)}
          draftKey={draftKey}
          path={pathOf(project)}
          apply={apply}
        />
        <AskingFacts project={project} />
      </div>
    )
  if (!signedIn && canBeAsked(project))
    return (
      <div className="flex flex-col gap-3">
        <h2 className="text-lg">Ask to join</h2>
        <p className="text-sm text-ink-2">
          Tell the team in a few sentences why you want to build this.
        </p>
        <AskingFacts project={project} />
        <LinkButton look="accent" href={signInPath(project)}>
          Sign in to ask
        </LinkButton>
      </div>
    )
  if (project.waiting.requests >= project.waiting.most && canBeAsked(project))
    return (
      <div className="flex flex-col items-start gap-3">
        <h2 className="text-lg">Ask to join</h2>
        <p className="text-sm text-ink-2">{project.applyRefusal}</p>
        <LinkButton href="/teams#requests">See your requests</LinkButton>
      </div>
    )
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-lg">Not asking for people now</h2>
      <p className="text-sm text-ink-2">{project.applyRefusal}</p>
    </div>
  )
}

/** The same, within reach of the thumb on small screens: the form opens in a dialog. */
export function ApplyBar({ project, draftKey, apply, withdraw }: Omit<Properties, 'signedIn'>) {
  const pending = askedOpening(project)
  const canAsk = project.viewer.can.apply
  return (
    <div className="sticky bottom-0 z-20 -mx-[clamp(1rem,4vw,1.5rem)] flex items-center gap-3 border-t border-line bg-surface px-4 py-3 lg:hidden">
      {pending?.pendingApplicationId ? (
        <>
          <p className="min-w-0 flex-1 text-sm">
            You asked to join as <strong>{pending.title}</strong>
            {pending.pendingApplicationExpiresAt && (
              <span className="block text-xs text-ink-2">
                Expires <RelativeTime at={pending.pendingApplicationExpiresAt} />
              </span>
            )}
          </p>
          <LazyWithdrawButton
            applicationId={pending.pendingApplicationId}
            projectTitle={project.title}
            withdraw={withdraw}
          />
        </>
      ) : canAsk ? (
        <LazyApplyDialog
          project={{
            title: project.title,
            waiting: project.waiting,
            answerSeconds: project.answerSeconds,
          }}
          openings={freeOpenings(project)}
          draftKey={draftKey}
          path={pathOf(project)}
          apply={apply}
        />
      ) : (
        <LinkButton look="accent" className="flex-1" href={signInPath(project)}>
          Sign in to ask
        </LinkButton>
      )}
    </div>
  )
}
