'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Button, type ButtonLook, type ButtonSize } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'

/** Opens a room, making it or taking a seat in it first, and goes there. */
export function EnterButton({
  action,
  input,
  look,
  size,
  className,
  children,
  ...rest
}: {
  action: FormAction<{ roomId: string }>
  input: { handle: string } | { stepId: string }
  look?: ButtonLook
  size?: ButtonSize
  className?: string
  'aria-label'?: string
  children: ReactNode
}) {
  const router = useRouter()
  const { pending, run } = useAction(action)
  return (
    <Button
      {...rest}
      look={look}
      size={size}
      className={className}
      pending={pending}
      onClick={async () => {
        const answer = await run(input)
        if (answer.status === 'ok' && answer.result) router.push(`/rooms/${answer.result.roomId}`)
        else toast('The room was not opened.', answer.message)
      }}
    >
      {children}
    </Button>
  )
}
