import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { db } from '@/db/client'
import { person } from '@/db/schema'

it('migrates a fresh database, with addresses that ignore case', async () => {
  await db().insert(person).values({ email: 'Ada@example.com', handle: 'ada', name: 'Ada' })
  const again = db()
    .insert(person)
    .values({ email: 'ada@EXAMPLE.com', handle: 'ada-2', name: 'Ada' })
  await expect(again).rejects.toThrow()
  const { rows } = await db().execute(sql`select count(*)::int as n from person`)
  expect(rows).toEqual([{ n: 1 }])
})
