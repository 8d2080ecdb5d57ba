import { limit } from '@/domain/limit'

const hour = 60 * 60

/** Per person. Asking and withdrawing in turn would otherwise flood a team with notifications. */
export const askLimit = limit('ask', { tries: 40, seconds: hour })
/** Per person who invites, over all their teams. */
export const inviteLimit = limit('invite', { tries: 60, seconds: hour })
