'use client'
import type { ReactNode } from 'react'
import { Button, type ButtonLook, type ButtonSize } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { FormAction } from '@/contracts/form-state'

/** Runs one action; says what went wrong beside it, and what was done in a toast. */
export function ActionButton({
  action,
  input,
  done,
  look,
  size,
  className,
  then,
  children,
}: {
  action: FormAction
  input: unknown
  done?: string
  look?: ButtonLook
  size?: ButtonSize
  className?: string
  then?: () => void
  children: ReactNode
}) {
  const { state, pending, run } = useAction(action)
  return (
    <>
      <Button
        look={look}
        size={size}
        className={className}
        pending={pending}
        onClick={async () => {
          const answer = await run(input)
          if (answer.status !== 'ok') return
          if (done) toast(done)
          then?.()
        }}
      >
        {children}
      </Button>
      {state.status !== 'ok' && state.message && <FormMessage>{state.message}</FormMessage>}
    </>
  )
}
