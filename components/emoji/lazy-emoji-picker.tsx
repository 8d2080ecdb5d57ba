'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'

/** The picker and its data are fetched when somebody opens it. */
export const LazyEmojiPicker = dynamic(
  () => import('./emoji-picker').then(({ EmojiPicker }) => EmojiPicker),
  { ssr: false, loading: () => <Skeleton className="h-80 w-full" /> },
)
