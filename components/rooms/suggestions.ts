import type { ReactNode } from 'react'

/** Something that can be taken into a text, as `@maya` or `/task`. */
export type Suggestion = {
  text: string
  /** It is written out already: Enter does what it always does. */
  written: boolean
  row: ReactNode
}
export type SuggestionList = {
  label: string
  /** Where that begins which one of them takes the place of; it ends at the caret. */
  start: number
  options: Suggestion[]
  /** A space follows what is taken. */
  spaced: boolean
  /** Enter takes the first; else only one that was walked to, for what is typed may be meant as it is. */
  eager: boolean
}
/** What may be meant by what stands before the caret; null when it has nothing to say about that. */
export type SuggestionSource = (text: string, caret: number) => SuggestionList | null

/** The first list that is not empty. */
export function suggest(
  sources: readonly SuggestionSource[],
  text: string,
  caret: number,
): SuggestionList | null {
  for (const source of sources) {
    const found = source(text, caret)
    if (found && found.options.length > 0) return found
  }
  return null
}

/** A text with a suggestion in it, and where the caret stands then. */
export function takeSuggestion(
  text: string,
  caret: number,
  { start, spaced }: Pick<SuggestionList, 'start' | 'spaced'>,
  taken: string,
): { text: string; caret: number } {
  const before = text.slice(0, start) + taken
  const after = text.slice(caret)
  if (!spaced) return { text: before + after, caret: before.length }
  const space = /^\s/.test(after) ? '' : ' '
  return { text: before + space + after, caret: before.length + 1 }
}
