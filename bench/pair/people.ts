import { createFile } from '@/tests/support/documents'
import { addMember, createPerson, createProject } from '@/tests/support/factories'
import { cookieOf } from '@/tests/support/realtime'
import type { Group } from './load'

/** A room with so many signed-in members and so many files, as the database knows them. */
export async function seatPeople(
  members: number,
  options: { files?: number; text?: string } = {},
): Promise<{ cookies: string[]; places: Group['place'][] }> {
  const people = await Promise.all(Array.from({ length: members }, () => createPerson()))
  const [owner, ...others] = people
  if (!owner) throw new Error('A room needs somebody.')
  const project = await createProject(owner)
  for (const person of others) await addMember(project.id, person)
  const places: Group['place'][] = []
  for (let at = 0; at < (options.files ?? 1); at++)
    places.push(await createFile(owner, project.roomId, options.text))
  return { cookies: await Promise.all(people.map((person) => cookieOf(person))), places }
}

/** Editors in files of their own, spread over the nodes. */
export async function seatGroups(
  documents: number,
  editors: number,
  urls: string[],
): Promise<Group[]> {
  const groups: Group[] = []
  for (let at = 0; at < documents; at++) {
    const { cookies, places } = await seatPeople(editors)
    const [place] = places
    if (!place) throw new Error('no file')
    const seats = cookies.map((cookie, who) => ({ cookie, url: urls[who % urls.length] ?? '' }))
    groups.push({ place, seats })
  }
  return groups
}
