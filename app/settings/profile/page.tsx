import type { Metadata } from 'next'
import { requireActor } from '@/app/session'
import { saveProfile } from '@/app/settings/actions'
import { proposeSkillAction } from '@/app/skill-action'
import { ProfileForm } from '@/components/accounts/profile-form'
import { SettingsFrame } from '@/components/accounts/settings-frame'
import { Proposing } from '@/components/skills/proposing'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import { listSkills } from '@/domain/accounts/list-skills'

export const metadata: Metadata = { title: 'Your profile' }

export default async function ProfileSettingsPage() {
  const actor = await requireActor()
  const [profile, skills] = await Promise.all([getOwnProfile(actor), listSkills()])
  return (
    <SettingsFrame
      current="profile"
      lead="What teams see of you. Skills decide which projects suit you."
    >
      <Proposing action={proposeSkillAction}>
        <ProfileForm
          handle={actor.handle}
          profile={profile}
          catalogue={skills}
          timeZones={Intl.supportedValuesOf('timeZone')}
          save={saveProfile}
        />
      </Proposing>
    </SettingsFrame>
  )
}
