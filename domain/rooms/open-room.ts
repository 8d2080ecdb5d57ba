import type { Transaction } from '@/db/client'
import { room, wheel } from '@/db/schema'

/** Gives a new project its room, in the transaction that makes the project. */
export async function openRoom(tx: Transaction, projectId: string): Promise<string> {
  const [made] = await tx
    .insert(room)
    .values({ kind: 'project', projectId })
    .returning({ id: room.id })
  if (!made) throw new Error('The room was not made.')
  await tx.insert(wheel).values({ roomId: made.id })
  return made.id
}
