'use client'
import clsx from 'clsx'
import { type ComponentProps, type RefObject, useLayoutEffect } from 'react'

/** As tall as its text, up to a third of the window. */
export function GrowingTextarea({
  ref,
  className,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'ref'> & { ref: RefObject<HTMLTextAreaElement | null> }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = ref.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
  }, [ref, rest.value])
  return (
    <textarea
      ref={ref}
      rows={1}
      {...rest}
      className={clsx('max-h-[33dvh] resize-none overflow-y-auto', className)}
    />
  )
}
