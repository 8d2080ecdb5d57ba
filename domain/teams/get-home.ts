import type { HomePage } from '@/contracts/views'
import type { Actor } from '@/domain/actor'

export async function getHome(_actor: Actor): Promise<HomePage> {
  throw new Error('not written yet')
}
