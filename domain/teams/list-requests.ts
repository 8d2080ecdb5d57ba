import type { RequestsBoard } from '@/contracts/views'
import type { Actor } from '@/domain/actor'

export async function listRequests(_actor: Actor, _input: { slug: string }): Promise<RequestsBoard> {
  throw new Error('not written yet')
}
