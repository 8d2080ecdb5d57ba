import clsx from 'clsx'
import Link from 'next/link'
import type { ComponentProps } from 'react'

export type ButtonLook = 'accent' | 'outline' | 'quiet' | 'danger'
export type ButtonSize = 'm' | 's'

const looks: Record<ButtonLook, string> = {
  accent: 'bg-accent text-on-accent border-transparent hover:bg-accent-hover',
  outline: 'bg-surface text-ink border-control hover:bg-sunken',
  quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  // Close to the accent in hue, so danger is an outline with words, never a filled colour.
  danger: 'bg-surface text-bad border-bad hover:bg-bad-soft',
}
const sizes: Record<ButtonSize, string> = {
  m: 'min-h-11 sm:min-h-10 px-4 text-sm',
  s: 'min-h-11 sm:min-h-8 px-3 text-sm',
}

export function buttonClass(look: ButtonLook = 'outline', size: ButtonSize = 'm', extra?: string) {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded-s border font-semibold whitespace-nowrap',
    'transition-colors duration-150 ease-out disabled:opacity-55 aria-disabled:opacity-55',
    looks[look],
    sizes[size],
    extra,
  )
}

/** `pending` keeps the label and its width, marks the button busy and ignores further presses. */
export function Button({
  look,
  size,
  pending = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook; size?: ButtonSize; pending?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={buttonClass(look, size, className)}
    />
  )
}

/** A link that looks like a button: for actions that lead to a page. */
export function LinkButton({
  look,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & { look?: ButtonLook; size?: ButtonSize }) {
  return <Link {...rest} className={buttonClass(look, size, className)} />
}

/** Icon alone; `label` is its name for everyone who cannot see it. */
export function IconButton({
  label,
  className,
  ...rest
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(
        'inline-flex size-11 items-center justify-center rounded-s text-ink-2 sm:size-8',
        'transition-colors duration-150 hover:bg-sunken hover:text-ink',
        className,
      )}
    />
  )
}
