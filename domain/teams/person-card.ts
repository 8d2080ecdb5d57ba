import { sql } from 'drizzle-orm'

/** A `PersonCard` as JSON, for queries in which `p` is the person: their five best skills with it. */
export const personCard = sql`json_build_object(
  'id', p.id, 'handle', p.handle, 'name', p.name, 'line', p.line,
  'headline', p.headline, 'timeZone', p.time_zone,
  'skills', (
    select coalesce(json_agg(json_build_object('slug', best.slug, 'name', best.name)), '[]')
    from (
      select s.slug, s.name from user_skill us join skill s on s.id = us.skill_id
      where us.person_id = p.id and us.intent = 'has'
      order by us.level desc, s.name limit 5
    ) best))`
