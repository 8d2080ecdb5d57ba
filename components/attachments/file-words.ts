import type { AttachmentView } from '@/contracts/attachments'

/** "3.4 MB", in the steps that people know from their own folders. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

const kinds: [RegExp, string][] = [
  [/^image\//, 'Picture'],
  [/^audio\//, 'Sound'],
  [/^video\//, 'Video'],
  [/^application\/pdf$/, 'PDF'],
  [/zip|tar|compressed|gzip|rar|bzip|xz|zstd/, 'Archive'],
  [/wordprocessing|msword|opendocument\.text/, 'Document'],
  [/spreadsheet|excel/, 'Table'],
  [/presentation|powerpoint/, 'Slides'],
  [/^text\//, 'Text'],
]

/** What kind of file its type stands for, in a word. */
export const fileKind = (type: string) => kinds.find(([form]) => form.test(type))?.[1] ?? 'File'

/** What stands for a picture where it is not seen. */
export const altOf = ({ alt, name }: Pick<AttachmentView, 'alt' | 'name'>) => alt || name
