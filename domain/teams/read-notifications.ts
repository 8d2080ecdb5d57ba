import type { Actor } from '@/domain/actor'

export async function readNotifications(_actor: Actor, _input: { notificationId?: string } = {}): Promise<void> {
  throw new Error('not written yet')
}
