import type { ProfilePage } from '@/contracts/views'
import { windowsInZone } from '@/contracts/week-windows'
import { db } from '@/db/client'
import { canContact, loadPersonByHandle } from '@/domain/access/people'
import type { Viewer } from '@/domain/actor'
import { listProjectEvidence, listStepEvidence } from './list-evidence'
import { listPersonSkills } from './list-person-skills'
import { listSeatsToOffer } from './list-seats-to-offer'
import { loadWindows } from './load-windows'

/**
 * A public profile. To whoever blocked this person only the name is shown, with nothing about them;
 * to whom this person blocked, nothing is here.
 * @throws NotFound
 */
export async function getProfile(viewer: Viewer, handle: string): Promise<ProfilePage> {
  const q = db()
  const { person, hasBlocked } = await loadPersonByHandle(q, viewer, handle)
  const isSelf = viewer?.personId === person.id
  const name = { id: person.id, handle: person.handle, name: person.name, line: person.line }
  if (hasBlocked)
    return {
      ...name,
      headline: '',
      bio: '',
      timeZone: 'UTC',
      weeklyHours: null,
      links: [],
      skills: [],
      steps: [],
      projects: [],
      windows: [],
      windowsZone: 'UTC',
      joinedAt: person.createdAt.toISOString(),
      viewer: { isSelf, hasBlocked, canInviteTo: [], canMessage: false },
    }
  const canMessage = viewer !== null && !isSelf && (await canContact(q, viewer, person))
  const [skills, steps, projects, windows, canInviteTo] = await Promise.all([
    listPersonSkills(q, person.id),
    listStepEvidence(q, person.id),
    listProjectEvidence(q, person.id, viewer?.personId),
    loadWindows(q, [person.id]),
    viewer && canMessage ? listSeatsToOffer(q, viewer, person.id) : [],
  ])
  const windowsZone = viewer?.timeZone ?? person.timeZone
  return {
    ...name,
    headline: person.headline,
    bio: person.bio,
    timeZone: person.timeZone,
    weeklyHours: person.weeklyHours,
    links: person.links,
    skills,
    steps,
    projects,
    // Both clocks jump at their own dates, so the difference is today's.
    windows: windowsInZone(windows.get(person.id) ?? [], person.timeZone, windowsZone, new Date()),
    windowsZone,
    joinedAt: person.createdAt.toISOString(),
    viewer: { isSelf, hasBlocked, canInviteTo, canMessage },
  }
}
