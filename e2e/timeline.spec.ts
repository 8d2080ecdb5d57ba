import type { Page } from '@playwright/test'
import pg from 'pg'
import { axe, expect, test } from './support/fixtures'
import {
  accept,
  askToJoin,
  enterRoom,
  messages,
  newPerson,
  postProject,
  regular,
} from './support/journeys'
import { readStack } from './support/stack'

/** A long past: numbered lines of one person, the last of them a minute ago. */
async function fill(roomId: string, handle: string, count: number) {
  const client = new pg.Client({ connectionString: readStack().databaseUrl })
  await client.connect()
  try {
    await client.query(
      `with author as (select id from person where handle = $2),
       room_now as (update room set seq = seq + $3 where id = $1 returning seq),
       made as (
         insert into message (room_id, author_id, client_id, seq, body, created_at)
         select $1, author.id, gen_random_uuid(), room_now.seq - $3 + n,
           case when n % 50 = 0 then 'past ' || n || E'\\n\\n\`\`\`ts\\nconst n = ' || n || E'\\n\`\`\`'
             when n = 7 then 'past 7 has a zugzwang' else 'past ' || n end,
           now() - ($3 - n + 1) * interval '1 minute'
         from author, room_now, generate_series(1, $3::int) n returning id, seq, author_id
       ) insert into room_event (room_id, seq, kind, actor_id, payload)
         select $1, seq, 'message:created', author_id, jsonb_build_object('messageId', id) from made`,
      [roomId, handle, count],
    )
  } finally {
    await client.end()
  }
}
const past = (page: Page, n: number) =>
  messages(page).filter({ has: page.getByText(`past ${n}`, { exact: true }) })
const bar = (page: Page) => page.getByRole('region', { name: 'Unread messages' })

test('two thousand unread are counted, and where they begin is one press away', async ({
  page,
  newVisitor,
}) => {
  const owner = await regular(page, 'Owen')
  const guest = await newPerson(await newVisitor(), 'Asta')
  const project = await postProject(owner)
  await askToJoin(guest, project)
  await accept(owner, guest, project)
  await enterRoom(owner, project)
  const theirs = guest.page
  await enterRoom(guest, project)
  const roomId = new URL(theirs.url()).pathname.split('/').at(-1) ?? ''
  await theirs.goto('/rooms')
  await fill(roomId, owner.handle, 2_000)

  await theirs.goto(`/rooms/${roomId}`)
  await expect(past(theirs, 2_000)).toBeInViewport()
  await expect(bar(theirs)).toContainText('2,000 new since')
  await axe(theirs)
  await bar(theirs).getByRole('button', { name: 'Jump' }).click()
  await expect(past(theirs, 1)).toBeInViewport()
  await expect(theirs.getByText('New', { exact: true })).toBeVisible()
  await expect(theirs.getByRole('button', { name: '2,000 new' })).toBeVisible()
})
