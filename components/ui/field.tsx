import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'

export const controlClass = clsx(
  'w-full rounded-s border border-control bg-surface px-3 text-ink',
  'min-h-11 text-md sm:min-h-10 sm:text-sm',
  'aria-invalid:border-bad',
)

/** Label, hint and error around one control, joined to it for screen readers. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  className,
  children,
}: {
  label: string
  hint?: ReactNode
  error?: string
  optional?: boolean
  className?: string
  children: (control: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: true
  }) => ReactNode
}) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={clsx('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={clsx(controlClass, className)} />
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} className={clsx(controlClass, 'resize-y py-2', className)} />
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={clsx(controlClass, 'pr-1.5', className)} />
}

/** What a whole form has to say; announced when it appears. */
export function FormMessage({
  tone = 'bad',
  children,
}: {
  tone?: 'bad' | 'good'
  children: ReactNode
}) {
  if (!children) return null
  return (
    <p
      role={tone === 'bad' ? 'alert' : 'status'}
      className={clsx(
        'flex items-start gap-2 rounded-s px-3 py-2 text-sm',
        tone === 'bad' ? 'bg-bad-soft text-bad' : 'bg-good-soft text-good',
      )}
    >
      {tone === 'bad' && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
      <span>{children}</span>
    </p>
  )
}
