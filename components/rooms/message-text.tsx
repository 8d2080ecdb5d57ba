'use client'
import { memo } from 'react'
import { MarkdownText } from '@/components/ui/markdown'
import { CodeBlock } from './code-block'
import { MessageLink } from './message-link'

/** A message's Markdown. Drawn once per text: a busy room renders often. */
export const MessageText = memo(function MessageText({ body }: { body: string }) {
  return (
    <MarkdownText className="prose-chat" pre={CodeBlock} a={MessageLink}>
      {body}
    </MarkdownText>
  )
})
