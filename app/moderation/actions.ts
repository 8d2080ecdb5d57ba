'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/form-action'
import { decideReportInput } from '@/contracts/rooms'
import { decideReport } from '@/domain/moderation/decide-report'

// The header counts what waits.
export const decideReportAction = formAction(decideReportInput, async (actor, input) => {
  await decideReport(actor, input)
  revalidatePath('/', 'layout')
})
