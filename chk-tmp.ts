import { startClock } from '@/db/seed/clock'
import { buildPeople } from '@/db/seed/build-people'
import { buildProject } from '@/db/seed/build-project'
import { buildRoom } from '@/db/seed/build-room'
import { people } from '@/db/seed/people'
import { projects } from '@/db/seed/projects'
import { conversations } from '@/db/seed/rooms'
const out = new Set<string>()
for (let h = 0; h < 24; h++) {
  const now = new Date(Date.UTC(2026, 10, 22, h, 7))
  const clock = startClock(now)
  const P = buildPeople(people, (s) => s, new Map(), clock)
  for (const d of projects) {
    const b = buildProject(d, P, (s) => s, clock)
    const joined = new Map(b.memberships.map((m) => [m.personId, m.joinedAt]))
    for (const m of b.memberships) {
      const who = P.rows.find((r) => r.id === m.personId)!
      if (m.joinedAt < (who.createdAt as Date)) out.add(`early ${who.handle} ${d.slug} ${Math.ceil((now.getTime()-m.joinedAt.getTime())/864e5)}`)
    }
    for (const a of [...b.applications, ...b.invitations]) { const who = P.rows.find((r) => r.id === a.personId)!; if ((a.createdAt as Date) < (who.createdAt as Date)) out.add(`asked early ${who.handle} ${d.slug}`)
      if ((a.createdAt as Date) < b.project.createdAt) out.add('req before project '+d.slug)
      if (a.decidedAt && (a.decidedAt as Date) > now) out.add('future '+d.slug) }
    const r = buildRoom(b, conversations[d.slug] ?? [], P, clock)
    for (const m of r.messages) { if ((m.createdAt as Date) > now) out.add('future msg'); if ((m.createdAt as Date) < joined.get(m.authorId as string)!) out.add('spoke early '+d.slug) }
    let prev = ''
    for (const m of r.messages) { const gap = Math.abs((m.createdAt as Date).getTime() - Number.parseInt((m.id as string).replace('-', '').slice(0, 12), 16)); if (gap > 60_000 * 5) out.add(`pushed ${d.slug} h${h} ${gap/60000}m`) }
    for (const e of r.events) if ((e.createdAt as Date) > now) out.add('future')
  }
}
console.log([...out].join('\n'), projects.length, people.length)
