'use client'
import { History } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { FormatButton } from '@/components/format/format-button'
import { AskButton } from '@/components/marks/ask-button'
import { Button } from '@/components/ui/button'
import type { DocumentView } from '@/contracts/documents'
import { EditorTabs } from './editor-tabs'
import { FollowMenu } from './follow-menu'
import { SaveMark } from './save-mark'
import { ShareMenu } from './share-menu'

/**
 * The files that one has at hand, and what can be done with the one in front. On a phone that has a row of its
 * own, or the names of the files would have no room.
 */
export function EditorBar({
  file,
  history,
  onHistory,
  children,
}: {
  file: DocumentView | undefined
  /** The button that opens the history: the focus comes back to it. */
  history: RefObject<HTMLButtonElement | null>
  onHistory: () => void
  /** What comes before the files. */
  children: ReactNode
}) {
  return (
    <div className="grid shrink-0 grid-cols-[minmax(0,1fr)_auto] border-b border-line md:h-10 md:grid-cols-[minmax(0,1fr)_auto_auto]">
      <div className="flex h-11 min-w-0 md:h-full">
        {children}
        <EditorTabs />
      </div>
      <div className="order-last col-span-2 flex h-11 items-center justify-end border-t border-line md:order-none md:col-span-1 md:h-full md:border-t-0">
        <FollowMenu />
        {file && <FormatButton key={file.id} file={file} />}
        <AskButton />
        {file && <ShareMenu file={file} />}
        <Button ref={history} size="s" look="quiet" onClick={onHistory} className="font-normal!">
          <History aria-hidden className="size-4" />
          History
        </Button>
      </div>
      {file && <SaveMark documentId={file.id} />}
    </div>
  )
}
