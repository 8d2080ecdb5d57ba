import pg from 'pg'
import { openWorld, type Project } from './world'

const batch = 5_000

/** As many projects and people as asked for, written as tables, and listed as the triggers would list them. */
export async function loadWorld(url: string, size: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Triggers list one project at a time, which is what they are for; a million are listed in one go below.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '1GB'; set work_mem = '256MB'`)
    const indexes = await client.query<{ name: string; definition: string }>(`
      select indexname as name, indexdef as definition from pg_indexes
      where tablename in ('project_listing', 'listing_facet', 'search_word') and indexname not like '%pkey'`)
    for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
    await client.query(
      `insert into person (email, handle, name)
       select 'n' || n || '@example.com', 'p' || n || '-' || left(md5(n::text), 5),
         initcap(left(translate(md5(n::text), '0123456789', 'aeioutrsln'), 4 + n % 4)) || ' ' ||
         initcap(left(translate(md5('x' || n), '0123456789', 'aeioutrsln'), 5 + n % 5))
       from generate_series(1, $1::int) n`,
      [size],
    )
    const world = openWorld(1)
    for (let done = 0; done < size; done += batch) {
      const projects = Array.from({ length: Math.min(batch, size - done) }, () => world.project())
      await insert(client, projects)
    }
    await client.query(`
      insert into membership (project_id, person_id, role)
      select p.id, who.id, 'owner'
      from (select id, row_number() over (order by id) as n from project) p
      join (select id, row_number() over (order by id) as n from person) who using (n)`)
    await client.query('analyze')
    await client.query('insert into project_listing select * from project_listing_source')
    await client.query(`insert into listing_facet (facet, project_id, free_seats)
      select w.facet, l.project_id, l.free_seats from project_listing l, unnest(l.facets) as w(facet)
      where w.facet ~ '^~(step|skill|role):' order by 1, 2`)
    await client.query(`insert into search_word
      select word from ts_stat('select to_tsvector(''simple'', title || '' '' || pitch) from project')
      where word ~ '^[[:alpha:]]{4,30}$'`)
    for (const { definition } of indexes.rows) await client.query(definition)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

async function insert(client: pg.Client, projects: Project[]) {
  const all = <T>(of: (project: Project) => T) => projects.map(of)
  await client.query(
    `insert into project (id, slug, title, pitch, description, status, hours_per_week, time_zone,
       window_start, window_end)
     select id, 'p-' || id, title, pitch, description, status, hours, zone, 1080, 1200
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[])
       as p(id, title, pitch, description, status, hours, zone)`,
    [
      ...[all((p) => p.id), all((p) => p.title), all((p) => p.pitch), all((p) => p.description)],
      ...[all((p) => p.status), all((p) => p.hours), all((p) => p.zone)],
    ],
  )
  const steps = projects.flatMap((p) => p.steps.map((step) => [p.id, step]))
  await client.query('insert into project_step select * from unnest($1::uuid[], $2::text[])', [
    steps.map(([id]) => id),
    steps.map(([, step]) => step),
  ])
  const openings = projects.flatMap((p) => p.openings.map((each) => ({ ...each, project: p.id })))
  await client.query(
    `insert into opening (id, project_id, title, seats, filled, status)
     select id, project, title, seats, filled, case when filled = seats then 'filled' else 'open' end
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[])
       as o(id, project, title, seats, filled)`,
    [
      ...[openings.map((o) => o.id), openings.map((o) => o.project), openings.map((o) => o.title)],
      ...[openings.map((o) => o.seats), openings.map((o) => o.filled)],
    ],
  )
  const skills = openings.flatMap((each) => each.skills.map((slug) => [each.id, slug]))
  await client.query(
    `insert into opening_skill (opening_id, skill_id)
     select os.opening, s.id from unnest($1::uuid[], $2::text[]) as os(opening, slug)
     join skill s on s.slug = os.slug`,
    [skills.map(([id]) => id), skills.map(([, slug]) => slug)],
  )
}
