'use client'
import { useState } from 'react'
import type { FormAction, FormState } from '@/contracts/form-state'
import { idle } from '@/contracts/form-state'

const unreachable: FormState<never> = {
  status: 'error',
  message: 'The server could not be reached. Nothing was changed; try again.',
  fields: {},
}

/**
 * Runs a server action and keeps its last answer. A lost connection is an answer too, so what was
 * typed stays on the screen. A second call while one is under way is ignored.
 */
export function useAction<Result>(action: FormAction<Result>) {
  const [state, setState] = useState<FormState<Result>>(idle)
  const [pending, setPending] = useState(false)
  async function run(input: unknown): Promise<FormState<Result>> {
    if (pending) return state
    setPending(true)
    let answer: FormState<Result>
    try {
      answer = await action(input)
    } catch {
      answer = unreachable
    }
    setState(answer)
    setPending(false)
    return answer
  }
  return { state, setState, pending, run }
}
