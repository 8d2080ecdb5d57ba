import { pool } from '@/db/client'

const statement = `
select r.id as "roomId", array_agg(s.person_id) as "personIds"
from unnest($1::uuid[]) asked(id) join room r on r.id = asked.id join seat s on s.room_id = r.id
where r.kind <> 'step' or s.level = 'all'
group by r.id`

/**
 * By room, the ids of those with a seat in it whose pages look again when something is said; for telling them,
 * never for showing. In a step's room, of thousands, those alone who asked to be told everything.
 */
export async function listSeatedPeople(roomIds: string[]): Promise<Map<string, string[]>> {
  const { rows } = await pool().query<{ roomId: string; personIds: string[] }>({
    name: 'list-seated-people',
    text: statement,
    values: [roomIds],
  })
  return new Map(rows.map(({ roomId, personIds }) => [roomId, personIds]))
}
