import type { EditorState } from '@codemirror/state'
import type { LineRange } from '@/contracts/room-links'

/** The lines of what is selected, else that of the caret. */
export function sharedLines({ doc, selection: { main } }: EditorState): LineRange {
  const from = doc.lineAt(main.from).number
  const last = doc.lineAt(main.to)
  // Whoever selects whole lines ends at the beginning of the next one.
  const to = last.from === main.to && last.number > from ? last.number - 1 : last.number
  return { from, to }
}
