import { limit } from '@/domain/limit'

const hour = 60 * 60

/** What one person uploads in an hour: files, and megabytes begun. */
export const filesOfPerson = limit('attachment-files', { tries: 200, seconds: hour })
export const megabytesOfPerson = limit('attachment-megabytes', { tries: 1024, seconds: hour })
export const filesOfRoom = limit('attachment-room', { tries: 1000, seconds: hour })

/** Bytes that one room keeps. */
export const bytesOfRoom = 10 * 1024 ** 3
