import clsx from 'clsx'
import type { Metadata } from 'next'
import Link from 'next/link'
import { orNotFound } from '@/app/or-not-found'
import { loadProject } from '@/app/projects/[slug]/load-project'
import { inviteAction } from '@/app/projects/actions'
import { requireActor } from '@/app/session'
import { peopleHeadingId } from '@/components/matching/invite-one'
import { PersonMatchCard } from '@/components/matching/person-match-card'
import { TeamProposalList } from '@/components/matching/team-proposal'
import { freeOpenings } from '@/components/projects/asking'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { Actor } from '@/domain/actor'
import { formTeam } from '@/domain/matching/form-team'
import { listPeopleForOpening } from '@/domain/matching/list-people-for-opening'
import { listReplacements } from '@/domain/matching/list-replacements'

export const metadata: Metadata = { title: 'People for the team' }

type Properties = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ opening?: string | string[]; replace?: string | string[] }>
}

/** Whom the team could invite: for one opening, or together for all free seats. */
export default async function PeopleForTeam({ params, searchParams }: Properties) {
  const { slug } = await params
  const actor = await requireActor()
  const project = await loadProject(slug)
  const free = freeOpenings(project)
  const { opening: asked, replace } = await searchParams
  const chosen = free.find(({ id }) => id === asked) ?? (free.length === 1 ? free[0] : undefined)
  const here = `/projects/${slug}/people`
  const tabs = [
    { href: here, label: 'The whole team', active: !chosen },
    ...free.map(({ id, title }) => ({
      ...{ href: `${here}?opening=${id}`, label: title, active: id === chosen?.id },
    })),
  ]
  return (
    <div className="page max-w-[52rem] py-6 lg:py-8">
      <p className="text-sm text-ink-2">
        <Link
          href={`/projects/${slug}`}
          className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
        >
          {project.title}
        </Link>
      </p>
      <h1 className="text-2xl">People for the team</h1>
      {free.length > 1 && (
        <nav aria-label="Openings" className="mt-4 flex flex-wrap gap-2">
          {tabs.map(({ href, label, active }) => (
            <Link
              key={href}
              href={href}
              aria-current={active ? 'page' : undefined}
              className={clsx(
                'inline-flex min-h-11 items-center rounded-full border px-4 text-sm sm:min-h-9',
                active
                  ? 'border-ink bg-ink font-semibold text-bg'
                  : 'border-control bg-surface hover:bg-sunken',
              )}
            >
              {label}
            </Link>
          ))}
        </nav>
      )}
      <section aria-labelledby={peopleHeadingId} className="mt-6">
        <h2 id={peopleHeadingId} tabIndex={-1} className="mb-3 text-xl">
          {chosen ? chosen.title : 'A team that brings the most'}
        </h2>
        {chosen ? (
          <ForOpening actor={actor} openingId={chosen.id} replaces={replace !== undefined} />
        ) : (
          <ForTeam actor={actor} projectId={project.id} slug={slug} seats={free.length} />
        )}
      </section>
    </div>
  )
}

async function ForOpening({
  actor,
  openingId,
  replaces,
}: {
  actor: Actor
  openingId: string
  /** Somebody left the seat: whoever ever said no is not asked again. */
  replaces: boolean
}) {
  const list = replaces ? listReplacements : listPeopleForOpening
  const { people } = await orNotFound(list(actor, { openingId, limit: 20 }))
  if (people.length === 0)
    return (
      <EmptyState action={<LinkButton href="/people">Look through the directory</LinkButton>}>
        Nobody who can be invited suits this role now. Whoever blocks the team, is on it, or has an
        open request does not stand here.
      </EmptyState>
    )
  return (
    <ul className="flex flex-col gap-3">
      {people.map((match) => (
        <li key={match.person.id}>
          <PersonMatchCard match={match} openingId={openingId} invite={inviteAction} />
        </li>
      ))}
    </ul>
  )
}

async function ForTeam(input: { actor: Actor; projectId: string; slug: string; seats: number }) {
  const { actor, projectId, slug } = input
  const proposal = await orNotFound(formTeam(actor, { projectId }))
  if (proposal.seats.length === 0)
    return (
      <EmptyState action={<LinkButton href={`/projects/${slug}`}>Back to the project</LinkButton>}>
        {input.seats === 0
          ? 'No seat is free now.'
          : 'Nobody who can be invited brings what the team lacks now.'}
      </EmptyState>
    )
  return <TeamProposalList proposal={proposal} invite={inviteAction} />
}
