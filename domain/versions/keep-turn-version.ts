import type { Wheel } from '@/domain/access/pairing'
import { keepAutomaticVersion } from './keep-automatic-version'

type Driven = Pick<Wheel, 'driverId'>

/**
 * Keeps what the last driver left when the wheel has passed to somebody else. Called after the turn is stored
 * and told, and never rejects. Taking a free wheel and leaving it free is no turn.
 */
export async function keepTurnVersion(roomId: string, before: Driven, after: Driven) {
  const { driverId: personId } = after
  if (before.driverId === null || personId === null || before.driverId === personId) return
  await keepAutomaticVersion({ roomId, reason: 'turn', personId })
}
