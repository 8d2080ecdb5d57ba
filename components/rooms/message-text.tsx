'use client'
import dynamic from 'next/dynamic'
import { memo } from 'react'
import { CodeBlock } from './code-block'

const MarkdownText = dynamic(() =>
  import('@/components/ui/markdown').then((module) => module.MarkdownText),
)

/** A message's Markdown. Drawn once per text: a busy room renders often. */
export const MessageText = memo(function MessageText({ body }: { body: string }) {
  return (
    <MarkdownText className="prose-chat" pre={CodeBlock}>
      {body}
    </MarkdownText>
  )
})
