import type { Wheel } from '@/domain/access/pairing'

export type TeamMate = { personId: string; active: boolean }

/**
 * Whose turn comes after the driver's: who asked, else the next in order of joining, in a circle, among the
 * people in the room, or among active members where nobody knows who is in the room. The driver again when
 * there is nobody else; null when there is no team any more.
 */
export function nextDriver(
  turned: Pick<Wheel, 'driverId' | 'askedById'>,
  team: readonly TeamMate[],
  present?: ReadonlySet<string>,
): string | null {
  const known = present !== undefined && present.size > 0
  const candidates = team.filter(({ personId, active }) => (known ? present.has(personId) : active))
  const { driverId, askedById } = turned
  const asked = candidates.find(({ personId }) => personId === askedById && personId !== driverId)
  if (asked) return asked.personId
  const at = team.findIndex(({ personId }) => personId === driverId)
  const circle = [...team.slice(at + 1), ...team.slice(0, at + 1)]
  const next = circle.find((mate) => candidates.includes(mate))
  return next?.personId ?? (at >= 0 ? driverId : null)
}
