import { mentionPattern } from '@/contracts/mentions'

type Node = {
  type: string
  value?: string
  children?: Node[]
  data?: { hName: string; hProperties: Record<string, string> }
}

/** The attribute by which a drawn span is known as a mention. */
export const handleAttribute = 'data-handle'

/** Inside these nobody is mentioned, or has been already. */
const closed = new Set(['link', 'linkReference', 'mention'])

/** Markdown reading: what looks like a mention, outside code and links, becomes a span of its own. */
export function markMentions() {
  return (tree: Node) => {
    const left = [tree]
    for (let node = left.pop(); node; node = left.pop()) {
      if (!node.children || closed.has(node.type)) continue
      node.children = node.children.flatMap((child) =>
        child.type === 'text' ? split(child) : [child],
      )
      left.push(...node.children)
    }
  }
}

function split(node: Node): Node[] {
  const text = node.value ?? ''
  if (!text.includes('@')) return [node]
  const parts: Node[] = []
  let from = 0
  for (const found of text.matchAll(mentionPattern)) {
    if (found.index > from) parts.push({ type: 'text', value: text.slice(from, found.index) })
    const handle = (found[1] ?? '').toLowerCase()
    parts.push({
      type: 'mention',
      data: { hName: 'span', hProperties: { [handleAttribute]: handle } },
      children: [{ type: 'text', value: found[0] }],
    })
    from = found.index + found[0].length
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) })
  return parts
}
