'use client'
import type { ComponentProps } from 'react'
import type { CodeDiff } from './code-diff'
import type { CodeView } from './code-view'
import { LoadedView } from './loaded-view'
import { useLoaded } from './use-loaded'

async function fetching<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch {
    throw new Error('The code could not be shown. Check your connection and try again.')
  }
}

/** CodeView, fetched with the editor's code when it is first shown. */
export function LazyCodeView(props: ComponentProps<typeof CodeView>) {
  const loaded = useLoaded('view', () => fetching(import('./code-view')))
  return <LoadedView loaded={loaded}>{(module) => <module.CodeView {...props} />}</LoadedView>
}

/** CodeDiff, fetched when it is first shown. */
export function LazyCodeDiff(props: ComponentProps<typeof CodeDiff>) {
  const loaded = useLoaded('diff', () => fetching(import('./code-diff')))
  return <LoadedView loaded={loaded}>{(module) => <module.CodeDiff {...props} />}</LoadedView>
}
