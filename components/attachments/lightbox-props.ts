import type { AttachmentView } from '@/contracts/attachments'

export type LightboxProps = {
  pictures: AttachmentView[]
  /** Which one is open; null: none. */
  at: number | null
  onAt: (at: number | null) => void
}
