'use client'
import { type ComponentProps, useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * A form that a script sends. Until the script is there nothing can be typed into it or pressed: what was
 * typed would be gone when the page comes alive, and the browser's own sending would lose it.
 */
export function LiveForm({ children, ...rest }: ComponentProps<'form'>) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <form noValidate {...rest}>
      <fieldset disabled={!alive} className="contents">
        {children}
      </fieldset>
    </form>
  )
}
