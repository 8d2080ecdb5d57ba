'use client'
import { memo, useMemo } from 'react'
import { MarkdownText } from '@/components/ui/markdown'
import type { MessageView } from '@/contracts/realtime'
import { CodeBlock } from './code-block'
import { markMentions } from './mark-mentions'
import { MentionPill, MentionsContext } from './mention-pill'
import { MessageLink } from './message-link'

const plugins = [markMentions]

/** A message's Markdown. Drawn once per text: a busy room renders often. */
export const MessageText = memo(function MessageText({
  body,
  mentions,
  here,
}: Pick<MessageView, 'body' | 'mentions' | 'here'>) {
  const mentioned = useMemo(() => ({ mentions, here }), [mentions, here])
  return (
    <MentionsContext.Provider value={mentioned}>
      <MarkdownText
        className="prose-chat"
        pre={CodeBlock}
        a={MessageLink}
        span={MentionPill}
        plugins={plugins}
      >
        {body}
      </MarkdownText>
    </MentionsContext.Provider>
  )
})
