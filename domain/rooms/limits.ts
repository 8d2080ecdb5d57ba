import { limit } from '@/domain/limit'

/** Per person: how many people one can begin to write to in a day. */
export const newDirectRoomsLimit = limit('direct-rooms', { tries: 20, seconds: 24 * 60 * 60 })
/** Per person: a moderator looks at each. */
export const reportsLimit = limit('reports', { tries: 30, seconds: 60 * 60 })
