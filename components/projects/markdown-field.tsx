'use client'
import dynamic from 'next/dynamic'
import { type ComponentProps, useState } from 'react'
import { Field, Textarea } from '@/components/ui/field'
import { Segments } from './segments'

// The renderer and its highlighter weigh more than the form: they come when somebody looks.
// `loading` is what gives it a boundary: without one, what is typed meanwhile waits with it.
const MarkdownText = dynamic(async () => (await import('@/components/ui/markdown')).MarkdownText, {
  loading: () => <p className="text-sm text-ink-3">Loading the preview</p>,
})

const choices = [
  ['write', 'Write'],
  ['preview', 'Preview'],
] as const

/** A text field for Markdown that can show what it will look like. */
export function MarkdownField({
  label,
  value,
  error,
  hint,
  ...control
}: {
  label: string
  value: string
  error?: string
  hint: string
} & Omit<ComponentProps<typeof Textarea>, 'value'>) {
  const [view, setView] = useState<'write' | 'preview'>('write')
  // A wrong field must be there to be put right.
  const shown = error ? 'write' : view
  return (
    <div className="relative max-sm:pt-5">
      <Segments
        label={`${label}: view`}
        choices={choices}
        value={shown}
        onChange={setView}
        className="absolute -top-1 right-0 sm:-top-3.5"
      />
      <Field label={label} hint={hint} error={error}>
        {(field) => (
          <>
            <Textarea
              {...control}
              {...field}
              value={value}
              rows={10}
              hidden={shown === 'preview'}
              className="min-h-56 leading-relaxed"
            />
            {shown === 'preview' && (
              <div className="min-h-56 rounded-s border border-line bg-surface px-4 py-3">
                {value.trim() ? (
                  <MarkdownText>{value}</MarkdownText>
                ) : (
                  <p className="text-sm text-ink-3">Nothing to preview yet.</p>
                )}
              </div>
            )}
          </>
        )}
      </Field>
    </div>
  )
}
