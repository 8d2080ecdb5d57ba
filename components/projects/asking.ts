import type { ProjectPage } from '@/contracts/views'

export const freeOpenings = (project: ProjectPage) =>
  project.openings.filter((opening) => opening.status === 'open' && opening.filled < opening.seats)

/** The opening for which the viewer's request waits. */
export const askedOpening = (project: ProjectPage) =>
  project.openings.find((opening) => opening.pendingApplicationId !== null)

/** Whether there is anything to do about asking: ask, sign in to ask, or take a request back. */
export const canActOnAsking = (project: ProjectPage, signedIn: boolean) =>
  askedOpening(project) !== undefined ||
  project.viewer.can.apply ||
  (!signedIn && canBeAsked(project))

/** For someone signed out: the project would take a request from a person who may make one. */
export const canBeAsked = (project: ProjectPage) =>
  project.acceptingMembers &&
  (project.status === 'open' || project.status === 'in_progress') &&
  freeOpenings(project).length > 0
