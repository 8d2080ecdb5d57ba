import { expect, it } from 'vitest'
import { handle, postProjectInput } from '@/contracts/inputs'
import { roadmaps } from '@/db/roadmaps'
import { people } from '@/db/seed/people'
import { projects } from '@/db/seed/projects'
import { skills } from '@/db/skills'
import { getPrefill } from '@/domain/roadmap/get-prefill'

const [backend] = roadmaps
const slugs = new Set(skills.map((skill) => skill.slug))

it('has the fifteen steps in their order, on five lines', () => {
  expect(backend.steps.map((step) => step.id)).toEqual([
    'internet',
    'frontend',
    'operating-systems',
    'data-structures-and-algorithms',
    'choose-a-language',
    'version-control',
    'frameworks',
    'databases',
    'apis',
    'database-caching',
    'testing',
    'web-security',
    'ci-cd',
    'containerization',
    'web-servers',
  ])
  expect(backend.steps.map((step) => step.line).join('')).toBe('111122233344555')
})

it('has step ids of its own in every roadmap', () => {
  const ids = roadmaps.flatMap((roadmap) => roadmap.steps.map((step) => step.id))
  expect(new Set(ids).size).toBe(ids.length)
})

it.each(backend.steps.map((step, index) => [step.id, step, index] as const))(
  '%s refers to earlier steps and says what one can do',
  (_, step, index) => {
    const earlier = backend.steps.slice(0, index).map((each) => each.id)
    expect(earlier).toEqual(expect.arrayContaining(step.prerequisites))
    expect(step.outcomes.length).toBeGreaterThanOrEqual(3)
    expect(step.outcomes.length).toBeLessThanOrEqual(5)
    for (const outcome of step.outcomes) expect(outcome).toMatch(/^You can .+\.$/)
    expect(step.summary).toMatch(/^[^.]+\.$/)
    expect(new Set(step.ideas.map((idea) => idea.slug)).size).toBe(3)
    for (const idea of step.ideas) expect(idea.description.length).toBeGreaterThanOrEqual(3)
  },
)

it('has a catalogue of valid, distinct skills, whose aliases mean one thing', () => {
  expect(skills.length).toBeGreaterThanOrEqual(150)
  expect(slugs.size).toBe(skills.length)
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9+#.-]{1,40}$/)
  const words = skills.flatMap(({ slug, name, aliases }) => [
    ...new Set([slug, name, ...aliases].map((word) => word.toLowerCase())),
  ])
  const twice = words.filter((word, index) => words.indexOf(word) !== index)
  expect(twice).toEqual([])
})

it('offers starter ideas that the project form accepts as they are', async () => {
  for (const step of backend.steps)
    for (const idea of step.ideas) {
      const prefill = await getPrefill({ stepId: step.id, idea: idea.slug })
      const result = postProjectInput.safeParse({
        ...prefill,
        timeZone: 'UTC',
        repositoryUrl: '',
      })
      expect(result.error?.issues, idea.slug).toBeUndefined()
      for (const seat of prefill?.openings ?? [])
        for (const skill of seat.skills) expect(slugs).toContain(skill.slug)
    }
})

it('names a known skill beside its slug, and knows no idea that is not there', async () => {
  const prefill = await getPrefill({ stepId: 'databases', idea: 'sensor-year' })
  expect(prefill).toMatchObject({ stepIds: ['databases'], title: 'A year of sensors' })
  expect(prefill?.openings[0]?.skills[0]).toEqual({
    slug: 'postgresql',
    name: 'PostgreSQL',
    required: true,
    minimumLevel: 2,
  })
  expect(await getPrefill({ stepId: 'databases', idea: 'header-notebook' })).toBeNull()
  expect(await getPrefill({ stepId: 'no-such-step', idea: 'sensor-year' })).toBeNull()
})

it('has demo people and projects that the forms would accept', () => {
  for (const person of people) {
    expect(handle.safeParse(person.handle).success, person.handle).toBe(true)
    expect(person.headline.length).toBeLessThanOrEqual(120)
    for (const slug of [...Object.keys(person.has), ...Object.keys(person.wants)])
      expect(slugs, person.handle).toContain(slug)
  }
  for (const project of projects) {
    const result = postProjectInput.safeParse({
      title: project.title,
      pitch: project.pitch,
      description: project.description.join('\n\n'),
      stepIds: project.steps,
      hoursPerWeek: project.hoursPerWeek,
      timeZone: project.timeZone,
      repositoryUrl: '',
      openings: project.roles.map(({ title, seats, required, nice }) => ({
        title,
        seats,
        skills: Object.entries({ ...required, ...nice }).map(([slug, minimumLevel]) => ({
          slug,
          minimumLevel,
          required: slug in required,
        })),
      })),
    })
    expect(result.error?.issues, project.slug).toBeUndefined()
  }
})
