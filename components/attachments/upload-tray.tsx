'use client'
import { UploadChip } from './upload-chip'
import type { Uploads } from './uploads'
import { useDraftUploads } from './use-uploads'

/** The files that go with what is being written in a thread, or with null in the main list. */
export function UploadTray({ uploads, threadId }: { uploads: Uploads; threadId: string | null }) {
  const draft = useDraftUploads(uploads, threadId)
  if (draft.length === 0) return null
  return (
    <ul
      aria-label="Files of this message"
      className="flex max-h-48 flex-wrap items-start gap-1.5 overflow-y-auto border-b border-line p-2"
    >
      {draft.map((upload) => (
        <UploadChip key={upload.localId} upload={upload} uploads={uploads} />
      ))}
    </ul>
  )
}
