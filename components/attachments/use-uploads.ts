'use client'
import { useSyncExternalStore } from 'react'
import type { Upload, Uploads } from './uploads'

const none: Upload[] = []

/** The files beside the draft of a thread, or with null of the main list. */
export const useDraftUploads = (uploads: Uploads, threadId: string | null): Upload[] =>
  useSyncExternalStore(
    uploads.subscribe,
    () => uploads.getDraft(threadId),
    () => none,
  )

/** One file, wherever it is on its way; undefined once the page need not know of it. */
export const useUpload = (uploads: Uploads, localId: string): Upload | undefined =>
  useSyncExternalStore(
    uploads.subscribe,
    () => uploads.find(localId),
    () => undefined,
  )
