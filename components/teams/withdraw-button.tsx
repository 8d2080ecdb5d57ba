'use client'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { toast } from '@/components/ui/toast'
import type { FormAction } from '@/contracts/form-state'

export function WithdrawButton({
  applicationId,
  projectTitle,
  withdraw,
}: {
  applicationId: string
  projectTitle: string
  withdraw: FormAction
}) {
  return (
    <ConfirmButton
      label="Withdraw"
      size="s"
      title="Withdraw your request?"
      description={`The team of ${projectTitle} no longer sees it as waiting. You can ask again later.`}
      confirmLabel="Withdraw request"
      run={async () => {
        const answer = await withdraw({ applicationId })
        if (answer.status !== 'ok') return answer.message
        toast('Request withdrawn')
      }}
    />
  )
}
