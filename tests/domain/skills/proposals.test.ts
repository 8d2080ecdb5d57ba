import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptSkillInput, proposeSkillInput } from '@/contracts/inputs'
import { maximumWaitingProposals } from '@/contracts/vocabulary'
import { db } from '@/db/client'
import { notification, skill, skillProposal, skillRarity, userSkill } from '@/db/schema'
import { syncReferenceData } from '@/db/seed'
import { editProfile } from '@/domain/accounts/edit-profile'
import { getOwnProfile } from '@/domain/accounts/get-own-profile'
import { listSkills } from '@/domain/accounts/list-skills'
import { setModerator } from '@/domain/accounts/set-moderator'
import type { Actor } from '@/domain/actor'
import { Conflict, Invalid, NotFound } from '@/domain/errors'
import { acceptSkill } from '@/domain/skills/accept-skill'
import { countSkillProposals } from '@/domain/skills/count-skill-proposals'
import { declineSkill } from '@/domain/skills/decline-skill'
import { listSkillProposals } from '@/domain/skills/list-skill-proposals'
import { mergeSkill } from '@/domain/skills/merge-skill'
import { proposeSkill } from '@/domain/skills/propose-skill'
import { createPerson } from '@/tests/support/factories'

let moderator: Actor
let other: Actor
beforeAll(async () => {
  await syncReferenceData(process.env.DATABASE_URL ?? '')
  moderator = await createPerson()
  other = await createPerson()
  for (const { handle } of [moderator, other]) await setModerator(handle, true)
})
// Each test finds nothing waiting.
beforeEach(() => db().delete(skillProposal))

const propose = (who: Actor, name: string, note = '') =>
  proposeSkill(who, proposeSkillInput.parse({ name, note }))
async function proposed(who: Actor, name: string) {
  await propose(who, name)
  const [row] = await db()
    .select({ id: skillProposal.id })
    .from(skillProposal)
    .where(eq(skillProposal.name, name))
  if (!row) throw new Error('no proposal')
  return row.id
}
const accept = (who: Actor, proposalId: string, name: string, aliases: string[] = []) =>
  acceptSkill(who, acceptSkillInput.parse({ proposalId, name, aliases }))
const newsOf = async ({ personId }: Actor) =>
  (
    await db()
      .select({ text: notification.text, href: notification.href })
      .from(notification)
      .where(eq(notification.personId, personId))
  ).map(({ text, href }) => `${text} ${href}`)
const named = async (slug: string) => (await listSkills()).find((each) => each.slug === slug)
/** Letters alone: nothing of the catalogue looks like it, and no other test has it. */
const fresh = () =>
  `Q${randomUUID()
    .replace(/[^0-9a-f]/g, '')
    .slice(0, 16)}`

describe('proposing', () => {
  it.each(['javascript', 'JS', 'Java Script', 'node.js', 'NodeJS', 'c++', 'CPP'])(
    'tells that the catalogue has %s, and under which name',
    async (typed) => {
      const who = await createPerson()
      const answer = await propose(who, typed)
      expect(answer).toMatchObject({ outcome: 'known' })
      expect(await db().select().from(skillProposal)).toEqual([])
    },
  )

  it('joins what waits already, however it is spelled, and counts a person once', async () => {
    const [one, two] = [await createPerson(), await createPerson()]
    expect(await propose(one, 'Pair  Debugging')).toEqual({
      ...{ outcome: 'waiting', name: 'Pair Debugging', supporters: 1 },
    })
    expect(await propose(two, 'pair-debugging', 'Two, one bug.')).toEqual({
      ...{ outcome: 'waiting', name: 'Pair Debugging', supporters: 2 },
    })
    expect(await propose(one, 'PairDebugging', 'At one desk.')).toMatchObject({ supporters: 2 })
    expect(await listSkillProposals(moderator)).toMatchObject({
      waiting: 1,
      proposals: [
        { name: 'Pair Debugging', supporters: 2, notes: ['At one desk.', 'Two, one bug.'] },
      ],
    })
  })

  it('makes one row of many who propose the same at once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => createPerson()))
    const name = fresh()
    await Promise.all(people.map((who) => propose(who, name)))
    const { proposals } = await listSkillProposals(moderator)
    expect(proposals).toMatchObject([{ name, supporters: 12 }])
  })

  it('lets so many of one person wait, joined ones among them, and more once one is decided', async () => {
    const [who, another] = [await createPerson(), await createPerson()]
    const names = Array.from({ length: maximumWaitingProposals + 1 }, fresh)
    const last = names.pop() ?? ''
    const [first = ''] = names
    const proposalId = await proposed(another, first)
    await propose(who, first)
    const answers = await Promise.allSettled(names.slice(1).map((name) => propose(who, name)))
    expect(answers.map(({ status }) => status)).toEqual(names.slice(1).map(() => 'fulfilled'))
    const more = await Promise.allSettled([propose(who, last), propose(who, fresh())])
    for (const each of more) expect(each).toMatchObject({ reason: { name: 'Conflict' } })
    expect(await propose(who, first, 'A note of it.')).toMatchObject({ outcome: 'waiting' })
    await declineSkill(moderator, { proposalId, reason: 'Too narrow.' })
    expect(await propose(who, last)).toMatchObject({ outcome: 'waiting', supporters: 1 })
  })

  it('takes a name that an address can have, and nothing else', () => {
    for (const name of ['', '   ', '机器学习', '…', 'x'.repeat(41)])
      expect(proposeSkillInput.safeParse({ name }).success).toBe(false)
    expect(proposeSkillInput.safeParse({ name: 'x', note: 'n'.repeat(201) }).success).toBe(false)
    expect(proposeSkillInput.parse({ name: ' C\u202E-- ' })).toEqual({ name: 'C--', note: '' })
  })
})

describe('deciding', () => {
  it('shows the oldest first, with what looks like it, to moderators alone', async () => {
    const who = await createPerson()
    await propose(who, 'Kubernets')
    await propose(who, 'Postgre')
    const { waiting, proposals } = await listSkillProposals(moderator)
    expect(waiting).toBe(2)
    expect(proposals.map(({ name }) => name)).toEqual(['Kubernets', 'Postgre'])
    expect(proposals[0]?.similar[0]).toEqual({ slug: 'kubernetes', name: 'Kubernetes' })
    expect(proposals[1]?.similar.map(({ name }) => name)).toContain('PostgreSQL')
    expect(JSON.stringify(proposals)).not.toContain(who.personId)
    expect(await countSkillProposals(moderator)).toBe(2)
    expect(await countSkillProposals(who)).toBeNull()
    expect(await countSkillProposals(null)).toBeNull()
    await expect(listSkillProposals(who)).rejects.toThrow(NotFound)
  })

  it('accepts under the name and the other words that the moderator gives, for everybody at once', async () => {
    const [one, two] = [await createPerson(), await createPerson()]
    const name = fresh()
    const proposalId = await proposed(one, name.toLowerCase())
    await propose(two, name)
    // Another spelling waits on its own.
    await propose(two, `${name} lang`)
    const made = await accept(moderator, proposalId, name, [`${name}Lang`, name.toUpperCase()])
    expect(await named(made.slug)).toMatchObject({ name, aliases: [`${name}Lang`] })
    expect(await countSkillProposals(moderator)).toBe(0)
    expect(await newsOf(one)).toEqual([
      `“${name.toLowerCase()}”, as ${name}, is in the catalogue now. Add it to your profile. /settings/profile`,
    ])
    expect(await newsOf(two)).toHaveLength(2)
    // It is given to nobody, and can be taken at once.
    expect(await db().select().from(userSkill)).toEqual([])
    const profile = await getOwnProfile(one)
    const skills = [{ slug: made.slug, level: 3, intent: 'has' as const }]
    await editProfile(one, { ...profile, skills })
    expect((await getOwnProfile(one)).skills).toEqual(skills)
    expect(await propose(two, `${name}-lang`)).toMatchObject({
      ...{ outcome: 'known', skill: { name } },
    })
    // What it weighs is worked out by the job; a row here would weigh every opening anew.
    expect(await db().select().from(skillRarity)).toEqual([])
  })

  it('refuses a name or another word that a skill has already', async () => {
    const proposalId = await proposed(await createPerson(), fresh())
    await expect(accept(moderator, proposalId, 'Postgres')).rejects.toThrow(Invalid)
    await expect(accept(moderator, proposalId, fresh(), ['js'])).rejects.toMatchObject({
      fields: { aliases: '“js” means JavaScript already.' },
    })
    await expect(mergeSkill(moderator, { proposalId, slug: 'no-such' })).rejects.toThrow(Invalid)
    expect(await countSkillProposals(moderator)).toBe(1)
  })

  it('merges a proposal as another word for a skill', async () => {
    const who = await createPerson()
    const name = fresh()
    await mergeSkill(moderator, { proposalId: await proposed(who, name), slug: 'docker' })
    expect((await named('docker'))?.aliases).toContain(name)
    expect(await propose(who, name.toLowerCase())).toEqual({
      ...{ outcome: 'known', skill: { slug: 'docker', name: 'Docker' } },
    })
    expect(await newsOf(who)).toEqual([
      `“${name}” is another word for Docker now. Add it to your profile. /settings/profile`,
    ])
  })

  it('declines with a reason, after which it may be proposed again', async () => {
    const who = await createPerson()
    const name = fresh()
    const proposalId = await proposed(who, name)
    await declineSkill(moderator, { proposalId, reason: 'That is a brand.' })
    expect(await newsOf(who)).toEqual([
      `“${name}” was not added to the skills: That is a brand. /settings/profile`,
    ])
    expect(await propose(who, name)).toMatchObject({ outcome: 'waiting', supporters: 1 })
  })

  it('is done once when two moderators decide at the same moment', async () => {
    for (const round of [0, 1, 2, 3]) {
      const who = await createPerson()
      const name = fresh()
      const proposalId = await proposed(who, name)
      const answers = await Promise.allSettled(
        [
          () => accept(moderator, proposalId, name),
          () =>
            round % 2
              ? accept(other, proposalId, name)
              : declineSkill(other, { proposalId, reason: 'Too narrow.' }),
          () => mergeSkill(other, { proposalId, slug: 'docker' }),
        ].map((decide) => decide()),
      )
      const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
      expect(refused).toHaveLength(2)
      for (const error of refused) expect(error).toBeInstanceOf(Conflict)
      expect(await newsOf(who)).toHaveLength(1)
    }
  })

  it('is not for people, nor for who is no moderator any more', async () => {
    const former = await createPerson()
    await setModerator(former.handle, true)
    await setModerator(former.handle.toUpperCase(), false)
    const proposalId = await proposed(await createPerson(), fresh())
    for (const who of [former, await createPerson()]) {
      await expect(accept(who, proposalId, fresh())).rejects.toThrow(NotFound)
      await expect(mergeSkill(who, { proposalId, slug: 'docker' })).rejects.toThrow(NotFound)
      await expect(declineSkill(who, { proposalId, reason: 'No.' })).rejects.toThrow(NotFound)
    }
    await expect(
      declineSkill(moderator, { proposalId: randomUUID(), reason: 'No.' }),
    ).rejects.toThrow(NotFound)
    await expect(setModerator('nobody-at-all', true)).rejects.toThrow(NotFound)
  })
})

it('keeps what moderators added when the files come again', async () => {
  await syncReferenceData(process.env.DATABASE_URL ?? '')
  const who = await createPerson()
  const [name, word] = [fresh(), fresh()]
  const made = await accept(moderator, await proposed(who, name), name, [`${name}x`])
  await mergeSkill(moderator, { proposalId: await proposed(who, word), slug: 'go' })
  // As if a later version brought an accepted one in its files: here one of theirs counts as accepted.
  const [rust] = await db().select().from(skill).where(eq(skill.slug, 'rust'))
  await db().update(skill).set({ name: 'Rust, as accepted' }).where(eq(skill.slug, 'rust'))
  const state = 'accepted'
  await db()
    .insert(skillProposal)
    .values({ ...{ name: 'Rust', plainName: 'rust', state }, skillId: rust?.id })
  const before = await listSkills()
  for (let starts = 0; starts < 2; starts++) await syncReferenceData(process.env.DATABASE_URL ?? '')
  expect(await listSkills()).toEqual(before)
  expect(await named(made.slug)).toMatchObject({ name, aliases: [`${name}x`] })
  expect((await named('go'))?.aliases).toEqual(['golang', word])
  expect((await named('rust'))?.name).toBe('Rust, as accepted')
})
