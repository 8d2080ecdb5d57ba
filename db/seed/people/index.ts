import type { DemoPerson } from '../demo'
import { firstHalf } from './first-half'
import { secondHalf } from './second-half'

export const people: DemoPerson[] = [...firstHalf, ...secondHalf]
