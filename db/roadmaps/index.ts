import { backend } from './backend'
import type { Roadmap } from './roadmap'

/** Every roadmap that ships; the first is the one people land on. */
export const roadmaps: [Roadmap, ...Roadmap[]] = [backend]
