import type { EditorState } from '@codemirror/state'
import type { TextRange } from './anchors'

/** What a question is about: what is selected, else the line of the caret; null in an empty file. */
export function askedRange({ doc, selection: { main } }: EditorState): TextRange | null {
  if (!main.empty) return { from: main.from, to: main.to }
  const line = doc.lineAt(main.head)
  const indent = line.text.length - line.text.trimStart().length
  if (indent < line.length) return { from: line.from + indent, to: line.to }
  // An empty line has no letters to hold on to but its end.
  if (line.to < doc.length) return { from: line.from, to: line.to + 1 }
  return line.from > 0 ? { from: line.from - 1, to: line.to } : null
}
