'use client'
import { useSyncExternalStore } from 'react'
import type { Upload, Uploads } from './uploads'

const none: Upload[] = []

/** The files beside the draft. */
export const useDraftUploads = (uploads: Uploads): Upload[] =>
  useSyncExternalStore(uploads.subscribe, uploads.getDraft, () => none)

/** One file, wherever it is on its way; undefined once the page need not know of it. */
export const useUpload = (uploads: Uploads, localId: string): Upload | undefined =>
  useSyncExternalStore(
    uploads.subscribe,
    () => uploads.find(localId),
    () => undefined,
  )
