// Apart from the schemas: every signed-in page listens for these, and should not load zod for it.

/** Names of signals: something about you changed, look again. */
export const signalNames = [
  'application:created',
  'application:withdrawn',
  'application:accepted',
  'application:declined',
  'application:superseded',
  'application:expired',
  'invitation:created',
  'invitation:accepted',
  'invitation:declined',
  'invitation:revoked',
  'membership:changed',
  'membership:ended',
  'project:changed',
  'room:unread',
  'member:muted',
  'report:created',
  'report:decided',
  'skill:proposed',
  'skill:decided',
  'reminder:told',
  'notification:created',
] as const
export type SignalName = (typeof signalNames)[number]
