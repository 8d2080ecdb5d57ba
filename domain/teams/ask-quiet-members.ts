import { sql } from 'drizzle-orm'
import { quietAnswerDays, quietDays } from '@/contracts/vocabulary'
import type { Transaction } from '@/db/client'
import { changeAndTell, type News } from '@/domain/change-and-tell'
import { loadLeadsAbout } from './load-leads'

const batch = 200

/** `seen`: there was a sign; `later`: not asked here, such as an owner or while the project rests. */
type Outcome = 'asked' | 'unanswered' | 'seen' | 'later'
type Looked = {
  outcome: Outcome
  personId: string
  name: string
  projectId: string
  slug: string
  title: string
}

const days = (n: number) => sql`make_interval(days => ${n})`

/** When the member `m` last showed themselves in the team's room `r`, whose files are edited there too. */
const lastSign = sql`greatest(
  m.joined_at,
  (select read.read_at from room_read read where read.room_id = r.id and read.person_id = m.person_id),
  (select max(said.created_at) from message said where said.room_id = r.id and said.author_id = m.person_id),
  (select max(ran.created_at) from run ran where ran.room_id = r.id and ran.person_id = m.person_id),
  (select max(typed.used_at) from document d join document_client typed on typed.document_id = d.id
    where d.room_id = r.id and typed.person_id = m.person_id))`

/**
 * Asks members of whom nothing was seen for three weeks whether they are still with the team, once; and
 * tells the owner when a week later there is neither an answer nor a sign. The seat stays theirs: only the
 * owner frees it. Each membership is looked at when it is due, which is seldom, and never by two at once.
 */
export async function askQuietMembers(): Promise<{ asked: number; unanswered: number }> {
  const done = { asked: 0, unanswered: 0 }
  let taken: number
  do {
    const looked = await changeAndTell(lookAtBatch)
    for (const { outcome } of looked)
      if (outcome === 'asked' || outcome === 'unanswered') done[outcome]++
    taken = looked.length
  } while (taken === batch)
  return done
}

async function lookAtBatch(tx: Transaction, news: News): Promise<Looked[]> {
  const { rows } = await tx.execute<Looked>(sql`
    with due as (
      select m.id, m.asked_at, m.person_id, p.name, m.project_id, pr.slug, pr.title,
        m.role <> 'owner' and pr.status in ('open', 'in_progress') as may_ask, ${lastSign} as last_sign
      from membership m
      join project pr on pr.id = m.project_id
      join person p on p.id = m.person_id
      left join room r on r.project_id = m.project_id
      where m.status = 'active' and m.check_at <= now()
      order by m.check_at
      limit ${batch}
      for update of m skip locked
    ),
    looked as (
      select *, case
        when not may_ask then 'later'
        when asked_at is not null and last_sign <= asked_at then 'unanswered'
        when asked_at is null and last_sign <= now() - ${days(quietDays)} then 'asked'
        else 'seen' end as outcome
      from due
    )
    update membership m set
      asked_at = case l.outcome when 'asked' then now() when 'unanswered' then m.asked_at end,
      unanswered_at = case l.outcome when 'unanswered' then now() end,
      check_at = case l.outcome
        when 'asked' then now() + ${days(quietAnswerDays)}
        when 'seen' then l.last_sign + ${days(quietDays)}
        when 'later' then now() + ${days(quietDays)} end
    from looked l where m.id = l.id
    returning l.outcome, l.person_id as "personId", l.name, l.project_id as "projectId", l.slug, l.title`)
  const unanswered = rows.filter((row) => row.outcome === 'unanswered')
  const ownersOf = await loadLeadsAbout(tx, unanswered, ['owner'])
  for (const { outcome, personId, name, projectId, slug, title } of rows) {
    const about = { signal: 'membership:changed', ids: { projectId, personId } } as const
    if (outcome === 'asked')
      news.tell({
        ...about,
        personId,
        text: `Still with ${title}? Nothing was seen of you in its room for three weeks.`,
        href: '/teams',
      })
    if (outcome === 'unanswered')
      for (const ownerId of ownersOf({ projectId, personId }))
        news.tell({
          ...about,
          personId: ownerId,
          text: `${name} has not said whether they are still with ${title}. You can free the seat.`,
          href: `/projects/${slug}/requests`,
        })
  }
  return rows
}
