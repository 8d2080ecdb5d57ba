import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db, pool } from '@/db/client'
import { until } from '../support/realtime'

it('a connection that dies between two statements fails its transaction and nothing else', async () => {
  const lost = db().transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    const pid = rows[0]?.pid
    await pool().query('select pg_terminate_backend($1)', [pid])
    await until('it is gone', async () => {
      const left = await pool().query('select from pg_stat_activity where pid = $1', [pid])
      return left.rowCount === 0
    })
    await tx.execute(sql`select 1`)
  })
  await expect(lost).rejects.toThrow()
  expect((await db().execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
})
