'use client'
import clsx from 'clsx'

/** A few views of the same thing, one of them shown. */
export function Segments<Value extends string>({
  label,
  choices,
  value,
  onChange,
  className,
}: {
  label: string
  choices: readonly (readonly [Value, string])[]
  value: Value
  onChange: (value: Value) => void
  className?: string
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields that are sent; this only switches a view
    <div
      role="group"
      aria-label={label}
      className={clsx('flex w-fit rounded-s border border-control bg-surface p-0.5', className)}
    >
      {choices.map(([choice, text]) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === value}
          onClick={() => onChange(choice)}
          className={clsx(
            'min-h-10 rounded-[4px] px-3 text-sm sm:min-h-7',
            choice === value ? 'bg-sunken font-semibold' : 'text-ink-2 hover:text-ink',
          )}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
