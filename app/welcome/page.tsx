import type { Metadata } from 'next'
import { requireActor } from '@/app/session'
import { proposeSkillAction } from '@/app/skill-action'
import { finishWelcome, putWelcomeAside } from '@/app/welcome/actions'
import { WelcomeForm } from '@/components/accounts/welcome-form'
import { Proposing } from '@/components/skills/proposing'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import { listSkills } from '@/domain/accounts/list-skills'
import { getRoadmap } from '@/domain/roadmap/get-roadmap'

export const metadata: Metadata = { title: 'Welcome' }

export default async function WelcomePage() {
  const actor = await requireActor()
  const [profile, roadmap, skills] = await Promise.all([
    getOwnProfile(actor),
    getRoadmap(actor),
    listSkills(),
  ])
  const learning = roadmap.steps.find((step) => step.state === 'learning')
  return (
    <div className="page py-6 lg:py-10">
      <div className="mx-auto flex max-w-[46rem] flex-col gap-6">
        <header className="flex flex-col gap-2">
          <h1 className="text-2xl">Welcome, {actor.name.split(' ')[0]}</h1>
          <p className="max-w-prose text-ink-2">
            Three short answers, and projects and people that suit you come to your home page. You
            can change all of it later in your profile.
          </p>
        </header>
        <Proposing action={proposeSkillAction}>
          <WelcomeForm
            personId={actor.personId}
            start={{
              stepId: learning?.id ?? '',
              skills: profile.skills,
              weeklyHours: profile.weeklyHours,
              timeZone: profile.timeZone,
            }}
            steps={roadmap.steps.map(({ id, position, title, line }) => ({
              id,
              position,
              title,
              line,
            }))}
            catalogue={skills}
            timeZones={Intl.supportedValuesOf('timeZone')}
            finish={finishWelcome}
            skip={putWelcomeAside}
          />
        </Proposing>
      </div>
    </div>
  )
}
