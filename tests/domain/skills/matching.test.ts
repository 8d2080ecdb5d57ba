import { expect, it } from 'vitest'
import { browseInput, postProjectInput, proposeSkillInput } from '@/contracts/inputs'
import { setModerator } from '@/domain/accounts/set-moderator'
import { listMatchesForPerson } from '@/domain/matching/list-matches-for-person'
import { refreshRarity } from '@/domain/matching/rarity'
import { browseProjects } from '@/domain/projects/browse-projects'
import { postProject } from '@/domain/projects/post-project'
import { acceptSkill } from '@/domain/skills/accept-skill'
import { listSkillProposals } from '@/domain/skills/list-skill-proposals'
import { proposeSkill } from '@/domain/skills/propose-skill'
import { createCatalogue, giveSkills } from '@/tests/support/catalogue'
import { createPerson } from '@/tests/support/factories'

it('matches by a skill that has just been accepted, and finds projects by it', async () => {
  await createCatalogue()
  const [moderator, owner, who] = await Promise.all([
    createPerson(),
    createPerson(),
    createPerson({ weeklyHours: 5 }),
  ])
  await setModerator(moderator.handle, true)
  await refreshRarity()
  await proposeSkill(who, proposeSkillInput.parse({ name: 'Gleam' }))
  const [proposal] = (await listSkillProposals(moderator)).proposals
  await acceptSkill(moderator, { proposalId: proposal?.id ?? '', name: 'Gleam', aliases: [] })

  const post = (title: string, slug: string) =>
    postProject(
      owner,
      postProjectInput.parse({
        ...{ title, pitch: 'A small project worth building.', stepIds: ['apis'] },
        description: 'What we build, why, and how we mean to build it.',
        openings: [
          {
            ...{ title: 'Developer', seats: 1 },
            skills: [{ slug, required: true, minimumLevel: 2 }],
          },
        ],
        ...{ hoursPerWeek: 5, timeZone: 'UTC' },
      }),
    )
  await post('Something else', 'docker')
  await post('Beams and stars', 'gleam')
  await giveSkills(who, { gleam: 3 })
  const best = async () => (await listMatchesForPerson(who, { limit: 5 })).matches[0]
  for (const again of [false, true]) {
    if (again) await refreshRarity()
    const match = await best()
    expect(match?.project.title).toBe('Beams and stars')
    expect(match?.parts[0]?.text).toBe('You have everything that the role asks for.')
  }
  const found = await browseProjects(null, browseInput.parse({ skill: 'gleam' }))
  expect(found.projects.map(({ title }) => title)).toEqual(['Beams and stars'])
})
