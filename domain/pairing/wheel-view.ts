import type { WheelView } from '@/contracts/documents'
import { freeWheel, type Wheel } from '@/domain/access/pairing'

export function toWheelView(turned: Wheel = freeWheel): WheelView {
  const { driverId, rotation, endsAt, pausedMs, askedById } = turned
  return { driverId, rotation, endsAt: endsAt?.toISOString() ?? null, pausedMs, askedById }
}
