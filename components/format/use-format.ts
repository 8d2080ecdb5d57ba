'use client'
import { useCallback, useState } from 'react'
import { languageOf } from '@/components/documents/languages'
import { toast } from '@/components/ui/toast-queue'
import { type Formatted, formatFile } from './format-file'

type Find = Parameters<typeof formatFile>[1]

/** Formats one file at a time, and says what came of it. */
export function useFormat() {
  const [busy, setBusy] = useState(false)
  const format = useCallback(async (path: string, find: Find) => {
    setBusy(true)
    try {
      const [{ formatText }, { applyText }] = await Promise.all([
        import('./format-text'),
        import('./apply-text'),
      ])
      say(path, await formatFile(path, find, formatText, applyText))
    } catch {
      toast('The formatter could not be fetched', 'Check your connection and try again.')
    } finally {
      setBusy(false)
    }
  }, [])
  return { busy, format }
}

function say(path: string, formatted: Formatted) {
  switch (formatted.kind) {
    case 'formatted':
      return toast('Formatted.', 'Undo takes it back in one step.')
    case 'unchanged':
      return toast('It is in shape already.')
    case 'busy':
      return toast('The file keeps changing', 'It was left as it is. Try again in a moment.')
    case 'unknown':
      return toast(
        `There is no formatter for ${languageOf(path).name}`,
        'It knows JavaScript, TypeScript, CSS, HTML, JSON, Markdown and YAML.',
      )
    case 'refused': {
      const { message, line, column } = formatted
      const where = line === undefined ? '' : `Line ${line}, column ${column}: `
      const sentence = /[.!?]$/.test(message) ? message : `${message}.`
      return toast('It could not be formatted', `${where}${sentence} Nothing was changed.`)
    }
  }
}
