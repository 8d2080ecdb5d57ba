import clsx from 'clsx'
import type { LanguageFn } from 'highlight.js'
import bash from 'highlight.js/lib/languages/bash'
import css from 'highlight.js/lib/languages/css'
import go from 'highlight.js/lib/languages/go'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import type { ReactNode } from 'react'
import Markdown, { type Components, type Options } from 'react-markdown'
import rehypeHighlight from 'rehype-highlight'
import remarkGfm from 'remark-gfm'
import { isOvernested } from './is-overnested'

const languages: Record<string, LanguageFn> = {
  bash,
  css,
  go,
  json,
  python,
  sql,
  typescript,
  xml,
  yaml,
}
const aliases = {
  typescript: ['ts', 'tsx', 'js', 'jsx', 'javascript'],
  bash: ['sh', 'shell'],
  xml: ['html'],
  python: ['py'],
  yaml: ['yml'],
}

const components: Components = {
  // Pictures from elsewhere would tell their host who reads this: they become links.
  img: ({ src, alt }) => (
    <a
      href={typeof src === 'string' ? src : undefined}
      rel="noopener noreferrer nofollow"
      target="_blank"
    >
      {alt || 'Picture'}
    </a>
  ),
  a: ({ href, children }) => (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  ),
  // A block that scrolls sideways must be reachable from the keyboard.
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions take focus so that keys can scroll them
    <pre tabIndex={0}>{children}</pre>
  ),
}

/** As deep as elements may lie in each other; rendering recurses, and its stack ends. */
const deepest = 200

type Tree = { children?: Tree[] }

/** Highlighting nests too: `${` in `${` in `${`. */
function refuseDepth() {
  return (tree: Tree) => {
    const left = [{ node: tree, depth: 0 }]
    for (let next = left.pop(); next; next = left.pop()) {
      const depth = next.depth + 1
      if (depth > deepest) throw new Error('This text nests too deeply.')
      for (const node of next.node.children ?? []) left.push({ node, depth })
    }
  }
}

/**
 * Markdown to React elements, never to raw HTML: tags in the text are dropped and only http, https
 * and mailto addresses become links (react-markdown's own rules), so nobody's text can run. A text
 * that nests beyond reason is shown as it was written.
 */
export function MarkdownText({
  children,
  className,
  pre,
  a,
  span,
  plugins = none,
}: {
  children: string
  className?: string
  /** Draws code blocks; must keep its identity between renders. */
  pre?: Components['pre']
  /** Draws links, as constantly. */
  a?: Components['a']
  /** Draws what `plugins` have made spans of, as constantly. */
  span?: Components['span']
  /** Change what the text was read as. */
  plugins?: Plugins
}) {
  const drawn = { pre, a, span }
  return <div className={clsx('prose', className)}>{read(children, drawn, plugins)}</div>
}

type Plugins = NonNullable<Options['remarkPlugins']>
const none: Plugins = []

function read(
  text: string,
  drawn: Pick<Components, 'pre' | 'a' | 'span'>,
  plugins: Plugins,
): ReactNode {
  if (isOvernested(text)) return <p className="whitespace-pre-wrap">{text}</p>
  try {
    // Called, not rendered: whatever it throws must not take the page with it.
    return Markdown({
      children: text,
      remarkPlugins: [remarkGfm, ...plugins],
      rehypePlugins: [[rehypeHighlight, { languages, aliases, detect: false }], refuseDepth],
      components: {
        ...components,
        pre: drawn.pre ?? components.pre,
        a: drawn.a ?? components.a,
        ...(drawn.span && { span: drawn.span }),
      },
      skipHtml: true,
    })
  } catch {
    return <p className="whitespace-pre-wrap">{text}</p>
  }
}
