import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react'
import { type FormState, idle } from '@/contracts/form-state'

export type KeptAction<Result> = (
  before: FormState<Result>,
  form: FormData,
) => Promise<FormState<Result>>

/**
 * A form that loses nothing: it posts by itself while scripts load, keeps its fields on an error (React
 * would empty them), survives a lost connection, and moves focus to the first wrong field.
 */
export function useKeptForm<Result>(action: KeptAction<Result>) {
  const [posted, postAction] = useActionState(action, idle)
  const [answered, setAnswered] = useState<FormState<Result>>()
  const [pending, startTransition] = useTransition()
  const ref = useRef<HTMLFormElement>(null)
  const state = answered ?? posted

  useEffect(() => {
    if (state.status !== 'error') return
    ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    startTransition(async () => {
      try {
        setAnswered(await action(idle, form))
      } catch (error) {
        unstable_rethrow(error)
        setAnswered({
          status: 'error',
          message: 'The server could not be reached. Check your connection and try again.',
          fields: {},
        })
      }
    })
  }

  return { state, pending, form: { ref, action: postAction, onSubmit, noValidate: true } }
}
