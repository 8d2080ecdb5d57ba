'use client'
import { MessageCircleQuestionMark } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { useMarksDesk } from './marks-context'

/** Starts a question about what is selected in the editor, or about the line of the caret. */
export function AskButton() {
  const { ask } = useMarksDesk()
  if (!ask) return null
  return (
    <IconButton
      label="Ask about this"
      title="Ask about what is selected, or about this line (Ctrl or Cmd, Alt, M)"
      aria-keyshortcuts="Control+Alt+M Meta+Alt+M"
      onClick={ask}
      className="shrink-0 self-center"
    >
      <MessageCircleQuestionMark aria-hidden className="size-4" />
    </IconButton>
  )
}
