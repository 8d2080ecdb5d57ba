import { z } from 'zod'
import { browseInput, id, toLine } from './inputs'
import { maximumSearchName } from './vocabulary'

/** Saved searches: filters of the list of projects that a person wants to hear about. */

/** Of one person. */
export const maximumSavedSearches = 20

const filters = browseInput
  .pick({
    ...{ q: true, step: true, skill: true, role: true },
    ...{ hours: true, seats: true, near: true, zone: true, stage: true },
  })
  // The same choice is the same search, in whatever order it was made.
  .transform((chosen) => ({
    ...chosen,
    step: sorted(chosen.step),
    skill: sorted(chosen.skill),
    role: sorted(chosen.role),
    hours: sorted(chosen.hours),
    zone: chosen.near > 0 ? chosen.zone : '',
  }))
const sorted = <Value extends string>(values: Value[]) => [...new Set(values)].sort()

export type SearchFilters = z.infer<typeof filters>

export const isNarrow = (chosen: SearchFilters) =>
  chosen.q !== '' ||
  [chosen.step, chosen.skill, chosen.role, chosen.hours].some(({ length }) => length > 0) ||
  chosen.seats > 0 ||
  chosen.near > 0 ||
  chosen.stage !== 'open'

const name = z
  .string({ error: 'Give it a name.' })
  .transform(toLine)
  .pipe(
    z
      .string()
      .min(1, 'Give it a name.')
      .max(maximumSearchName, `Keep it to ${maximumSearchName} characters.`),
  )

export const saveSearchInput = z.object({
  name,
  filters: filters.refine(isNarrow, 'Choose a filter, or search for words first.'),
})
export const savedSearchIdInput = z.object({ searchId: id })
export const setSearchNewsInput = z.object({ searchId: id, notifies: z.boolean() })

export type SaveSearchInput = z.infer<typeof saveSearchInput>
export type SavedSearchIdInput = z.infer<typeof savedSearchIdInput>
export type SetSearchNewsInput = z.infer<typeof setSearchNewsInput>

export type SavedSearch = {
  id: string
  name: string
  filters: SearchFilters
  /** Whether new projects that match are told. */
  notifies: boolean
  createdAt: string
}
export const savedFilters = filters
