import { pool } from '@/db/client'

export type Seat = { roomId: string; personId: string }

/** Of these seats, those that their person has lost: one query, however many there are. */
export async function findLostSeats(seats: Seat[]): Promise<Seat[]> {
  if (seats.length === 0) return []
  const { rows } = await pool().query<{ room_id: string; person_id: string }>(
    `select asked.room_id, asked.person_id
     from unnest($1::uuid[], $2::uuid[]) as asked(room_id, person_id)
     where not exists (
       select from seat s where s.room_id = asked.room_id and s.person_id = asked.person_id
     )`,
    [seats.map((seat) => seat.roomId), seats.map((seat) => seat.personId)],
  )
  return rows.map((row) => ({ roomId: row.room_id, personId: row.person_id }))
}
