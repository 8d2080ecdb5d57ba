import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { saveSearchInput } from '@/contracts/searches'
import { plainSkill } from '@/contracts/skill-name'
import { db } from '@/db/client'
import {
  application,
  attachment,
  block,
  document,
  invitation,
  mark,
  membership,
  message,
  opening,
  person,
  poll,
  reminder,
  report,
  room,
  roomEvent,
  run,
  skillProposal,
  skillSupporter,
  task,
} from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { saveSearch } from '@/domain/searches/save-search'
import { saveVersion } from '@/domain/versions/save-version'
import { upload } from './attachments'
import { addMember, createPerson, createProject } from './factories'

/** Everything that a person can be to a project. */
export const roles = [
  'outsider',
  'applicant',
  'invitee',
  'blocked',
  'removed',
  'inactive',
  'member',
  'maintainer',
  'owner',
  // Of the site; an outsider to the project.
  'moderator',
] as const
export type Role = (typeof roles)[number]

export type TeamScenario = {
  people: Record<Role, Actor>
  /** Somebody on the team whom nobody else's cell depends on. */
  colleague: Actor
  stranger: Actor
  project: { id: string; slug: string; openingId: string; roomId: string }
  draft: { id: string; slug: string; openingId: string; roomId: string }
  applicationId: string
  invitationId: string
  /** Written by the colleague, with a poll. */
  messageId: string
  /** An empty file of the project's room, and a run of it by the colleague. */
  documentId: string
  runId: string
  /** Of the colleague, too: a question on that file, and a task. */
  markId: string
  taskId: string
  /** Of the message, by the colleague. */
  attachmentId: string
  /** Of the room's files, by the colleague. */
  versionId: string
  /** Saved by the colleague. */
  searchId: string
  /** Of the room and the message, and the colleague's own. */
  reminderId: string
  /** Of a skill; by the colleague, and it waits. */
  proposalId: string
  /** Of the message; by the stranger, and it waits. */
  reportId: string
}

async function request(
  table: typeof application,
  project: { id: string; openingId: string },
  who: Actor,
): Promise<string> {
  const [row] = await db()
    .insert(table)
    .values({
      projectId: project.id,
      openingId: project.openingId,
      personId: who.personId,
      message: 'I would like to help.',
      expiresAt: new Date(Date.now() + 86_400_000),
    })
    .returning({ id: table.id })
  if (!row) throw new Error('no request')
  return row.id
}

/** A team with one person in every role, an open project and a draft, a request, an invitation, a message. */
export async function createTeamScenario(): Promise<TeamScenario> {
  const made = await Promise.all(roles.map(async (role) => [role, await createPerson()] as const))
  const people = Object.fromEntries(made) as Record<Role, Actor>
  const [colleague, stranger] = await Promise.all([createPerson(), createPerson()])
  const project = await createProject(people.owner, { seats: 5 })
  const draft = await createProject(people.owner, { status: 'draft' })
  await addMember(draft.id, people.maintainer, 'maintainer')
  await addMember(project.id, people.maintainer, 'maintainer')
  for (const who of [people.member, people.inactive, people.removed, colleague])
    await db()
      .insert(membership)
      .values({
        ...{ projectId: project.id, personId: who.personId, openingId: project.openingId },
        // Asked whether they are still here.
        askedAt: who === colleague ? new Date() : null,
      })
  await db().update(opening).set({ filled: 3 }).where(eq(opening.id, project.openingId))
  await db()
    .update(membership)
    .set({ status: 'inactive' })
    .where(eq(membership.personId, people.inactive.personId))
  await db()
    .update(membership)
    .set({ status: 'removed', endedAt: sql`now()` })
    .where(eq(membership.personId, people.removed.personId))
  await db()
    .insert(block)
    .values({ blockerId: people.owner.personId, blockedId: people.blocked.personId })
  const applicationId = await request(application, project, people.applicant)
  const [invited] = await db()
    .insert(invitation)
    .values({
      projectId: project.id,
      openingId: project.openingId,
      personId: people.invitee.personId,
      invitedById: people.owner.personId,
      expiresAt: new Date(Date.now() + 86_400_000),
    })
    .returning({ id: invitation.id })
  const messageId = await writeMessage(project.roomId, colleague)
  const attachmentId = await attachTo(messageId, project.roomId, colleague)
  const { documentId, runId } = await writeFile(project.roomId, colleague)
  const { markId, taskId } = await writeMark(project.roomId, documentId, colleague)
  const versionId = randomUUID()
  await saveVersion(colleague, { roomId: project.roomId, versionId, name: 'First' })
  const { searchId } = await saveSearch(
    colleague,
    saveSearchInput.parse({ name: 'Tides', filters: { q: 'tide' } }),
  )
  const reminderId = await remindOf(messageId, project.roomId, colleague)
  const proposalId = await proposeSomething(people.moderator, colleague)
  if (!invited) throw new Error('no invitation')
  return {
    people,
    colleague,
    stranger,
    project,
    draft,
    applicationId,
    invitationId: invited.id,
    messageId,
    attachmentId,
    documentId,
    runId,
    markId,
    taskId,
    versionId,
    searchId,
    reminderId,
    proposalId,
    reportId: await reportSomething(messageId, stranger),
  }
}

async function proposeSomething(moderator: Actor, { personId }: Actor): Promise<string> {
  await db().update(person).set({ isModerator: true }).where(eq(person.id, moderator.personId))
  const name = `skill ${randomUUID().slice(0, 13)}`
  const [made] = await db()
    .insert(skillProposal)
    .values({ proposedById: personId, name, plainName: plainSkill(name) })
    .returning({ id: skillProposal.id })
  if (!made) throw new Error('no proposal')
  await db().insert(skillSupporter).values({ proposalId: made.id, personId })
  return made.id
}

async function reportSomething(messageId: string, { personId }: Actor): Promise<string> {
  const [made] = await db()
    .insert(report)
    .values({ messageId, reporterId: personId, reason: 'spam' })
    .returning({ id: report.id })
  if (!made) throw new Error('no report')
  return made.id
}

async function remindOf(messageId: string, roomId: string, { personId }: Actor): Promise<string> {
  const id = randomUUID()
  const dueAt = new Date(Date.now() + 86_400_000)
  await db().insert(reminder).values({ id, roomId, personId, messageId, note: 'Answer', dueAt })
  return id
}

async function attachTo(messageId: string, roomId: string, author: Actor): Promise<string> {
  const { id } = await upload(author, roomId)
  await db().update(attachment).set({ messageId, removeAt: null }).where(eq(attachment.id, id))
  return id
}

async function writeMessage(roomId: string, author: Actor): Promise<string> {
  const [written] = await db()
    .insert(message)
    .values({ roomId, authorId: author.personId, clientId: randomUUID(), seq: 1, body: 'Hello.' })
    .returning({ id: message.id })
  if (!written) throw new Error('no message')
  await db()
    .insert(roomEvent)
    .values({
      roomId,
      seq: 1,
      kind: 'message:created',
      actorId: author.personId,
      payload: { messageId: written.id },
    })
  await db()
    .insert(poll)
    .values({ messageId: written.id, options: ['Yes', 'No'], multiple: false })
  await db().update(room).set({ seq: 1 }).where(eq(room.id, roomId))
  return written.id
}

async function writeFile(roomId: string, author: Actor) {
  const [documentId, runId] = [randomUUID(), randomUUID()]
  await db()
    .insert(document)
    .values({ id: documentId, roomId, path: `${documentId}.ts` })
  await db()
    .insert(run)
    .values({
      ...{ id: runId, roomId, documentId, personId: author.personId, documentSeq: 0 },
      ...{
        language: 'typescript',
        outcome: 'passed',
        durationMs: 1,
        output: '',
        tests: [],
        code: '',
      },
    })
  return { documentId, runId }
}

async function writeMark(roomId: string, documentId: string, { personId }: Actor) {
  const [markId, taskId] = [randomUUID(), randomUUID()]
  const place = { from: { item: null, assoc: 0 }, to: { item: null, assoc: -1 } }
  await db()
    .insert(mark)
    .values({
      id: markId,
      roomId,
      documentId,
      authorId: personId,
      ...place,
      quote: '',
      body: 'Why?',
    })
  await db().insert(task).values({ id: taskId, roomId, title: 'Measure', createdById: personId })
  return { markId, taskId }
}

/** A fingerprint of everything a team owns: a refusal must leave it as it was. */
export async function fingerprint(): Promise<string> {
  const tables = [
    'saved_search',
    'reminder',
    'skill',
    'skill_proposal',
    'skill_supporter',
    'project',
    'project_step',
    'opening',
    'opening_skill',
    'application',
    'invitation',
    'membership',
    'room',
    'seat',
    'room_mute',
    'draft',
    'report',
    'audit_entry',
    'room_event',
    'message',
    'reaction',
    'poll',
    'poll_vote',
    'attachment',
    'room_read',
    'document',
    'document_update',
    'document_client',
    'run',
    'mark',
    'task',
    'version',
    'version_file',
    'room_text',
    'wheel',
    'notification',
    'block',
    'session',
    'person',
    'user_skill',
    'step_progress',
  ]
  const each = tables.map(
    (table) =>
      `select '${table}' as name, count(*), sum(hashtextextended(t::text, 0)::numeric) from "${table}" t`,
  )
  const { rows } = await db().execute(sql.raw(`${each.join(' union all ')} order by name`))
  return JSON.stringify(rows)
}
