import { beforeAll, expect, it } from 'vitest'
import { welcomeInput } from '@/contracts/inputs'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import { skipWelcome } from '@/domain/accounts/skip-welcome'
import { welcomePerson } from '@/domain/accounts/welcome-person'
import { Invalid } from '@/domain/errors'
import { setStepState } from '@/domain/roadmap/set-step-state'
import { getHome } from '@/domain/teams/get-home'
import { createCatalogue } from '@/tests/support/catalogue'
import { createPerson } from '@/tests/support/factories'

beforeAll(createCatalogue)

const answers = (overrides: object = {}) =>
  welcomeInput.parse({
    stepId: 'databases',
    skills: [
      { slug: 'typescript', level: 3, intent: 'has' },
      { slug: 'docker', level: 2, intent: 'has' },
      { slug: 'postgresql', level: 3, intent: 'wants' },
    ],
    weeklyHours: '6',
    timeZone: 'Asia/Tokyo',
    ...overrides,
  })

it('stores the answers, and home no longer offers the questions', async () => {
  const actor = await createPerson()
  expect(await getHome(actor)).toMatchObject({ welcomed: false, hasProfileSkills: false })
  await welcomePerson(actor, answers())
  expect(await getOwnProfile(actor)).toMatchObject({
    weeklyHours: 6,
    timeZone: 'Asia/Tokyo',
    skills: answers().skills,
  })
  expect(await getHome(actor)).toMatchObject({
    welcomed: true,
    hasProfileSkills: true,
    learning: true,
    currentStep: { id: 'databases' },
  })
})

it('remembers that the questions were put aside, and changes nothing else', async () => {
  const actor = await createPerson()
  await skipWelcome(actor)
  await skipWelcome(actor)
  expect(await getHome(actor)).toMatchObject({
    welcomed: true,
    hasProfileSkills: false,
    learning: false,
  })
})

it('stores nothing when one answer is wrong', async () => {
  const actor = await createPerson()
  for (const wrong of [
    { stepId: 'no-such-step' },
    { skills: [{ slug: 'no-such-skill', level: 1, intent: 'has' }] },
  ])
    await expect(welcomePerson(actor, answers(wrong))).rejects.toThrow(Invalid)
  expect(await getHome(actor)).toMatchObject({ welcomed: false, learning: false })
  expect(await getOwnProfile(actor)).toMatchObject({ weeklyHours: null, skills: [] })
})

it('asks for a step, a skill and the hours', () => {
  for (const missing of [
    { stepId: '' },
    { skills: [] },
    { weeklyHours: null },
    { weeklyHours: '' },
  ])
    expect(welcomeInput.safeParse({ ...answers(), ...missing }).success).toBe(false)
})

it('takes a step that was done for one that is learned again', async () => {
  const actor = await createPerson()
  await setStepState(actor, { stepId: 'databases', state: 'done' })
  await welcomePerson(actor, answers())
  expect(await getHome(actor)).toMatchObject({ learning: true, currentStep: { id: 'databases' } })
})
