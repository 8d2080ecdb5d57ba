import type { ProjectPrefill } from '@/contracts/views'

/** What stands in the form while a person writes: numbers stay text until they are sent. */
export type DraftSkill = { slug: string; required: boolean; minimumLevel: number }
export type DraftOpening = {
  /** Row's own key in the form; a new row has no id yet. */
  key: string
  id?: string
  title: string
  seats: number
  skills: DraftSkill[]
}
export type ProjectDraft = {
  title: string
  pitch: string
  description: string
  stepIds: string[]
  openings: DraftOpening[]
  hoursPerWeek: string
  timeZone: string
  windowStart: number
  windowEnd: number
  repositoryUrl: string
}

export const newOpening = (): DraftOpening => ({
  key: globalThis.crypto?.randomUUID?.() ?? String(Math.random()),
  title: '',
  seats: 1,
  skills: [],
})

/** Keys of the first rows come from their place: server and browser must agree on them. */
const keyed = (openings: Omit<DraftOpening, 'key'>[]): DraftOpening[] =>
  openings.map((opening, place) => ({ ...opening, key: opening.id ?? `first-${place}` }))

export function emptyDraft(timeZone: string): ProjectDraft {
  return {
    title: '',
    pitch: '',
    description: '',
    stepIds: [],
    openings: keyed([{ title: '', seats: 1, skills: [] }]),
    hoursPerWeek: '5',
    timeZone,
    windowStart: 1080,
    windowEnd: 1320,
    repositoryUrl: '',
  }
}

export function draftFromPrefill(prefill: ProjectPrefill, timeZone: string): ProjectDraft {
  return {
    ...emptyDraft(timeZone),
    title: prefill.title,
    pitch: prefill.pitch,
    description: prefill.description,
    stepIds: prefill.stepIds,
    hoursPerWeek: String(prefill.hoursPerWeek),
    openings: keyed(
      prefill.openings.map(({ title, seats, skills }) => ({
        title,
        seats,
        skills: skills.map(({ slug, required, minimumLevel }) => ({
          slug,
          required,
          minimumLevel,
        })),
      })),
    ),
  }
}

/** The values of an existing project, as `edit-project` takes them. */
export type ProjectFormValues = Omit<
  ProjectDraft,
  'openings' | 'hoursPerWeek' | 'repositoryUrl'
> & {
  openings: Omit<DraftOpening, 'key'>[]
  hoursPerWeek: number
  repositoryUrl: string | null
}

export function draftFromProject(values: ProjectFormValues): ProjectDraft {
  return {
    title: values.title,
    pitch: values.pitch,
    description: values.description,
    stepIds: values.stepIds,
    timeZone: values.timeZone,
    windowStart: values.windowStart,
    windowEnd: values.windowEnd,
    hoursPerWeek: String(values.hoursPerWeek),
    repositoryUrl: values.repositoryUrl ?? '',
    openings: keyed(values.openings),
  }
}

/** What is sent: the draft without the rows' own keys. */
export function inputFromDraft(draft: ProjectDraft) {
  return { ...draft, openings: draft.openings.map(({ key: _key, ...opening }) => opening) }
}

/** A kept draft is only trusted in its shape; what is missing or odd falls back to the form's start. */
export function draftFromText(text: string | null, start: ProjectDraft): ProjectDraft | null {
  if (!text) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null) return null
    const draft = { ...start, ...(kept as Partial<ProjectDraft>) }
    const sound =
      Array.isArray(draft.stepIds) &&
      Array.isArray(draft.openings) &&
      draft.openings.every((one) => typeof one.key === 'string' && Array.isArray(one.skills)) &&
      [draft.title, draft.pitch, draft.description].every((one) => typeof one === 'string')
    return sound ? draft : null
  } catch {
    return null
  }
}
