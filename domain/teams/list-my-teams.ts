import type { MyTeams } from '@/contracts/views'
import type { Actor } from '@/domain/actor'

export async function listMyTeams(_actor: Actor): Promise<MyTeams> {
  throw new Error('not written yet')
}
