import { pool } from '@/db/client'
import { seatedStatuses } from '@/domain/access/rooms'

export type Seat = { roomId: string; personId: string }

/** Of these seats, those that their person has lost: one query, however many there are. */
export async function findLostSeats(seats: Seat[]): Promise<Seat[]> {
  if (seats.length === 0) return []
  const { rows } = await pool().query<{ room_id: string; person_id: string }>(
    `select s.room_id, s.person_id
     from unnest($1::uuid[], $2::uuid[]) as s(room_id, person_id)
     where not exists (
       select from room r join membership m on m.project_id = r.project_id
       where r.id = s.room_id and m.person_id = s.person_id and m.status = any($3)
     )`,
    [seats.map((seat) => seat.roomId), seats.map((seat) => seat.personId), [...seatedStatuses]],
  )
  return rows.map((row) => ({ roomId: row.room_id, personId: row.person_id }))
}
