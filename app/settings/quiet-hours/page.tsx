import type { Metadata } from 'next'
import { requireActor } from '@/app/session'
import { saveQuietHours } from '@/app/settings/actions'
import { QuietHoursForm } from '@/components/accounts/quiet-hours-form'
import { SettingsFrame } from '@/components/accounts/settings-frame'
import { getQuietHours } from '@/domain/accounts/get-quiet-hours'

export const metadata: Metadata = { title: 'Quiet hours' }

export default async function QuietHoursPage() {
  const { hours, timeZone } = await getQuietHours(await requireActor())
  return (
    <SettingsFrame
      current="quiet"
      lead="When rooms leave you alone: no count beside Rooms. What was said is there when you look."
    >
      <QuietHoursForm hours={hours} timeZone={timeZone} save={saveQuietHours} />
    </SettingsFrame>
  )
}
