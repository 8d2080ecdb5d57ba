'use client'
import { Ban } from 'lucide-react'
import { ConfirmButton } from '@/components/ui/confirm-button'
import type { FormState } from '@/contracts/form-state'

type Action = (input: unknown) => Promise<FormState<unknown>>
type Props = { handle: string; name: string; action: Action }

const problem = async (answer: Promise<FormState<unknown>>) => {
  const { status, message } = await answer
  return status === 'ok' ? undefined : message
}

export function BlockButton({ handle, name, action }: Props) {
  return (
    <ConfirmButton
      label="Block"
      look="quiet"
      icon={<Ban aria-hidden className="size-4" />}
      title={`Block ${name}?`}
      description="You are hidden from each other: no profiles, no invitations, no requests. They are not told. A team that you share stays as it is. You can unblock them on this page."
      confirmLabel={`Block ${name}`}
      run={() => problem(action({ handle }))}
    />
  )
}

export function UnblockButton({ handle, name, action }: Props) {
  return (
    <ConfirmButton
      label="Unblock"
      title={`Unblock ${name}?`}
      description="You can see and invite each other again."
      confirmLabel={`Unblock ${name}`}
      run={() => problem(action({ handle }))}
    />
  )
}
