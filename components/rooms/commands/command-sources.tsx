'use client'
import { useMemo } from 'react'
import { useMentionSource } from '../mention-source'
import { useRoomStore, useRoomView } from '../room-context'
import type { SuggestionSource } from '../suggestions'
import { allCommands } from './all-commands'
import type { SlashCommand } from './command'
import { suggestCommands } from './find-command'

const mostPaths = 8

/** Suggests what a `/` at the very beginning may mean. */
export function commandSource(fitting: readonly SlashCommand[]): SuggestionSource {
  return (text, caret) => {
    const found = suggestCommands(text, caret, fitting)
    if (!found) return null
    const options = found.commands.map(({ name, usage, help }) => ({
      text: `/${name}`,
      written: name === found.query,
      row: (
        <span className="min-w-0 py-1">
          <span className="block truncate font-code text-xs text-ink">{usage}</span>
          <span className="block text-xs text-ink-2">{help}</span>
        </span>
      ),
    }))
    return { label: 'Commands', start: 0, options, spaced: true, eager: true }
  }
}

const beginning = '/code '

/** Suggests files of the room after `/code`; what is typed there may be a language as well. */
export function pathSource(paths: readonly string[]): SuggestionSource {
  return (text, caret) => {
    const typed = text.slice(0, caret)
    if (!typed.toLowerCase().startsWith(beginning)) return null
    const query = typed.slice(beginning.length).toLowerCase()
    if (/[\n:]/.test(query)) return null
    const options = paths
      .filter((path) => path.toLowerCase() !== query && path.toLowerCase().includes(query))
      .slice(0, mostPaths)
      .map((path) => ({
        text: path,
        written: false,
        row: <span className="truncate font-code text-xs text-ink">{path}</span>,
      }))
    const start = beginning.length
    return { label: 'Files of this room', start, options, spaced: false, eager: false }
  }
}

/** What a composer suggests: commands and what they take, and people anywhere. */
export function useComposerSources(): SuggestionSource[] {
  const store = useRoomStore()
  const { documents } = useRoomView()
  const mentions = useMentionSource()
  return useMemo(
    () => [
      commandSource(allCommands.filter(({ fits }) => fits(store))),
      pathSource(documents.map(({ path }) => path).sort()),
      mentions,
    ],
    [store, documents, mentions],
  )
}
