import type { Metadata } from 'next'
import { requireActor } from '@/app/session'
import { savePrivacy } from '@/app/settings/actions'
import { PrivacyForm } from '@/components/accounts/privacy-form'
import { SettingsFrame } from '@/components/accounts/settings-frame'
import { getPrivacy } from '@/domain/accounts/get-privacy'

export const metadata: Metadata = { title: 'Privacy' }

export default async function PrivacyPage() {
  const privacy = await getPrivacy(await requireActor())
  return (
    <SettingsFrame current="privacy" lead="Where others come across you, and who may invite you.">
      <PrivacyForm privacy={privacy} save={savePrivacy} />
    </SettingsFrame>
  )
}
