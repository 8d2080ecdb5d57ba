import type { NotificationView } from '@/contracts/views'
import type { Actor } from '@/domain/actor'

export async function listNotifications(_actor: Actor): Promise<NotificationView[]> {
  throw new Error('not written yet')
}
