'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { RunTest } from './protocol'
import type { RunResult } from './run-record'
import { createRunner, type RunListeners, type Runner, type RunRequest } from './runner'

export type RunState = {
  phase: 'idle' | 'loading' | 'running'
  output: string
  tests: RunTest[]
  /** Of the last run; null before the first and while one runs. */
  result: RunResult | null
  /** Why the sandbox could not be had, in a sentence. */
  problem: string | null
}

const nothing: RunState = { phase: 'idle', output: '', tests: [], result: null, problem: null }

/** A runner for a component: what it prints as state, and no run left behind when it goes away. */
export function useRunner() {
  const [state, setState] = useState(nothing)
  const runner = useRef<Runner | undefined>(undefined)
  const stopper = useRef<AbortController | undefined>(undefined)

  useEffect(
    () => () => {
      stopper.current?.abort()
      runner.current?.dispose()
      runner.current = undefined
    },
    [],
  )

  /**
   * @param heard hears the same as the state shows, as it comes
   * @returns null when a run is under way already, or when the sandbox could not be had.
   */
  const run = useCallback(
    async (
      request: RunRequest,
      preview?: HTMLElement,
      heard: Pick<RunListeners, 'onOutput' | 'onTests'> = {},
    ): Promise<RunResult | null> => {
      if (stopper.current) return null
      const stop = new AbortController()
      stopper.current = stop
      runner.current ??= createRunner()
      setState({ ...nothing, phase: 'loading' })
      try {
        const result = await runner.current.run(request, {
          signal: stop.signal,
          preview,
          onStart: () => setState((before) => ({ ...before, phase: 'running' })),
          onOutput: (chunk) => {
            setState((before) => ({ ...before, output: before.output + chunk }))
            heard.onOutput?.(chunk)
          },
          onTests: (tests) => {
            setState((before) => ({ ...before, tests }))
            heard.onTests?.(tests)
          },
        })
        setState((before) => ({ ...before, phase: 'idle', tests: result.tests, result }))
        return result
      } catch (error) {
        const problem = error instanceof Error ? error.message : 'The program could not be run.'
        setState((before) => ({ ...before, phase: 'idle', problem }))
        return null
      } finally {
        stopper.current = undefined
      }
    },
    [],
  )
  const stop = useCallback(() => stopper.current?.abort(), [])
  const closePreview = useCallback(() => runner.current?.closePreview(), [])
  return { ...state, run, stop, closePreview }
}
