import { limit } from '@/domain/limit'

/** Per person: far more than anybody means to build, and too few to bury what others post. */
export const postLimit = limit('post-project', { tries: 60, seconds: 60 * 60 })
