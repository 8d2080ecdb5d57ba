'use client'
import { Check, Copy } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { copyText } from './copy-text'

/** A block of code with a button that copies it. */
export function CodeBlock({ children }: { children?: ReactNode }) {
  const block = useRef<HTMLPreElement>(null)
  const [copied, setCopied] = useState(false)
  async function copy() {
    if (!(await copyText(block.current?.textContent ?? ''))) return
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  const Icon = copied ? Check : Copy
  return (
    <div className="group/code relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions take focus so that keys can scroll them */}
      <pre ref={block} tabIndex={0}>
        {children}
      </pre>
      <button
        type="button"
        onClick={copy}
        title="Copy code"
        className="absolute top-1.5 right-1.5 inline-flex h-7 items-center gap-1.5 rounded-s border border-line bg-surface px-2 text-xs text-ink-2 opacity-0 transition-opacity duration-150 group-hover/code:opacity-100 hover:text-ink focus-visible:opacity-100 pointer-coarse:size-9 pointer-coarse:justify-center pointer-coarse:opacity-100"
      >
        <Icon aria-hidden className="size-3.5" />
        <span aria-live="polite">
          <span className="pointer-coarse:sr-only">{copied ? 'Copied' : 'Copy'}</span>
          <span className="sr-only"> code</span>
        </span>
      </button>
    </div>
  )
}
