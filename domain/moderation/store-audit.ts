import type { Transaction } from '@/db/client'
import { auditEntry } from '@/db/schema'

export type AuditedAction =
  | 'message:removed'
  | 'message:restored'
  | 'member:muted'
  | 'member:unmuted'
  | 'slow:changed'
  | 'report:dismissed'

/** Writes down, with the deed itself, who used the power that they were given, and how. */
export async function storeAudit(
  tx: Transaction,
  entry: {
    actorId: string
    action: AuditedAction
    roomId: string
    personId?: string
    details?: Record<string, string | number | null>
  },
): Promise<void> {
  await tx.insert(auditEntry).values(entry)
}
