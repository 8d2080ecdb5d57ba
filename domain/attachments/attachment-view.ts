import type { AttachmentView } from '@/contracts/attachments'
import type { attachment } from '@/db/schema'

type Row = Pick<
  typeof attachment.$inferSelect,
  'id' | 'name' | 'type' | 'bytes' | 'alt' | 'width' | 'height'
>

export function toAttachmentView({
  id,
  name,
  type,
  bytes,
  alt,
  width,
  height,
}: Row): AttachmentView {
  const picture = width !== null && height !== null ? { width, height } : null
  return { id, name, type, bytes, picture, alt }
}
