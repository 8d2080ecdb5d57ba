import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { block, invite, unblock } from '@/app/[handle]/actions'
import { orNotFound } from '@/app/or-not-found'
import { openDirectRoomAction } from '@/app/rooms/actions'
import { getViewer } from '@/app/session'
import { BlockButton, UnblockButton } from '@/components/accounts/block-buttons'
import { InviteButton } from '@/components/accounts/invite-button'
import { ProfileHeader } from '@/components/accounts/profile-header'
import { ProfileHours } from '@/components/accounts/profile-hours'
import { ProfileProjects } from '@/components/accounts/profile-projects'
import { ProfileSkills } from '@/components/accounts/profile-skills'
import { ProfileSteps } from '@/components/accounts/profile-steps'
import { EnterButton } from '@/components/rooms/enter-button'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { MarkdownText } from '@/components/ui/markdown'
import type { ProfilePage } from '@/contracts/views'
import { getProfile } from '@/domain/accounts/get-profile'

type Props = { params: Promise<{ handle: string }> }

/** Once for the page and its title. The address is /@ada: without the sign it is no profile. */
const readProfile = cache(async (segment: string): Promise<ProfilePage> => {
  const written = /^(?:@|%40)([a-z0-9-]{3,30})$/i.exec(segment)?.[1]
  if (!written) notFound()
  return orNotFound(getProfile(await getViewer(), written))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await readProfile((await params).handle)
  return {
    title: `${profile.name} (@${profile.handle})`,
    description: profile.headline || undefined,
  }
}

export default async function Page({ params }: Props) {
  const profile = await readProfile((await params).handle)
  const { isSelf, hasBlocked } = profile.viewer
  if (hasBlocked)
    return (
      <div className="page py-8">
        <div className="mx-auto flex max-w-[40rem] flex-col gap-4">
          <h1 className="text-2xl">{profile.name}</h1>
          <EmptyState
            action={<UnblockButton handle={profile.handle} name={profile.name} action={unblock} />}
          >
            You have blocked @{profile.handle}, so you are hidden from each other.
          </EmptyState>
        </div>
      </div>
    )
  const having = profile.skills.filter((skill) => skill.intent === 'has')
  const wanting = profile.skills.filter((skill) => skill.intent === 'wants')
  const says = (own: string, other: string) => (isSelf ? own : other)
  return (
    <div className="page flex flex-col gap-8 py-6 lg:py-10">
      <ProfileHeader profile={profile} actions={<Actions profile={profile} />} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {profile.bio && <MarkdownText>{profile.bio}</MarkdownText>}
          <ProfileProjects
            projects={profile.projects}
            empty={
              isSelf ? (
                <EmptyState action={<LinkButton href="/projects">Browse projects</LinkButton>}>
                  The projects that you build with a team stand here. Find one that needs you.
                </EmptyState>
              ) : (
                <p className="text-sm text-ink-2">In no team yet.</p>
              )
            }
          />
        </div>
        <aside className="flex flex-col gap-8">
          <ProfileHours
            profile={profile}
            empty={isSelf ? 'Draw when you are free in your profile, so that teams see it.' : null}
          />
          <ProfileSteps
            steps={profile.steps}
            empty={says('Mark a step of the roadmap as learning to show it here.', 'No step yet.')}
          />
          <ProfileSkills
            title="Skills"
            skills={having}
            empty={says('Add what you can do, so that teams find you.', 'No skills named yet.')}
          />
          {(wanting.length > 0 || isSelf) && (
            <ProfileSkills
              title="Wants to learn"
              skills={wanting}
              empty="Add what you want to learn in your profile."
            />
          )}
        </aside>
      </div>
    </div>
  )
}

async function Actions({ profile }: { profile: ProfilePage }) {
  const { handle, name, viewer } = profile
  if (viewer.isSelf) return <LinkButton href="/settings/profile">Edit profile</LinkButton>
  if (!(await getViewer())) return null
  return (
    <>
      {viewer.canMessage && (
        <EnterButton action={openDirectRoomAction} input={{ handle }}>
          Message
        </EnterButton>
      )}
      {viewer.canInviteTo.length > 0 && (
        <InviteButton handle={handle} name={name} seats={viewer.canInviteTo} action={invite} />
      )}
      <BlockButton handle={handle} name={name} action={block} />
    </>
  )
}
