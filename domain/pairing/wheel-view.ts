import type { WheelView } from '@/contracts/documents'
import { freeWheel, type Wheel } from '@/domain/access/pairing'

export function toWheelView(turned: Wheel = freeWheel): WheelView {
  const { driverId, rotation, endsAt, pausedMs, askedById, pingPong } = turned
  const ends = endsAt?.toISOString() ?? null
  return { driverId, rotation, endsAt: ends, pausedMs, askedById, pingPong }
}
