import { type MessageView, messageExcerpt } from '@/contracts/realtime'

/** A message as an answer quotes it; the name of its first file stands for one without text. */
export const quoteOf = ({ id, author, body, attachments }: MessageView) => ({
  id,
  authorName: author.name,
  excerpt: messageExcerpt(body || (attachments[0]?.name ?? '')),
})
