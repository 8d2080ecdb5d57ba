import pg from 'pg'
import { axe, expect, test } from './support/fixtures'
import { code, fileButton, flag, newFile, output, pairUp, saved } from './support/pairing'

/** As if the present turn had lasted its whole time: the clock is the database's. */
async function letTurnEnd(databaseUrl: string, roomId: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('update wheel set ends_at = now() where room_id = $1', [roomId])
  } finally {
    await client.end()
  }
}

test('the driver hands over by the clock, and nobody else writes', async ({
  page,
  newVisitor,
  stack,
}) => {
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'plan.md', 'the plan\n')
  await fileButton(theirs, 'plan.md').click()
  await expect(code(theirs)).toContainText('the plan')
  const wheel = (of: typeof page) => of.getByRole('region', { name: 'The wheel' })

  await wheel(page).getByRole('button', { name: 'What to do with the wheel' }).click()
  await page.getByRole('menuitemradio', { name: 'Turns of 5 minutes' }).click()
  await expect(wheel(page)).toContainText('You drive')
  await expect(wheel(theirs)).toContainText('Olu drives')
  await expect(wheel(theirs)).toContainText('left of 5')
  await expect(theirs.getByText('Ask for the wheel to write.')).toBeVisible()
  await axe(theirs)

  // A navigator's keys write nothing; their cursor still travels.
  await code(theirs).click()
  await theirs.keyboard.type('not mine to write')
  await code(theirs).press('Control+End')
  await expect(flag(page, 'Gia')).toBeVisible()
  await code(page).press('Control+End')
  await page.keyboard.insertText('the driver writes\n')
  await expect(code(theirs)).toContainText('the driver writes')
  await expect(code(page)).not.toContainText('not mine to write')

  // One clock for all, which outlives a reload.
  await page.reload()
  await expect(wheel(page)).toContainText('left of 5')
  await expect(code(page)).toContainText('the plan')
  await wheel(theirs).getByRole('button', { name: 'Ask for the wheel' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Gia asks for the wheel' })).toBeVisible()

  await letTurnEnd(stack.databaseUrl, page.url().split('/').at(-1)?.split('?')[0] ?? '')
  await expect(wheel(theirs)).toContainText('You drive')
  await expect(wheel(page)).toContainText('Gia drives')
  await code(theirs).press('Control+End')
  await theirs.keyboard.insertText('and now Gia')
  await expect(code(page)).toContainText('and now Gia')
  await expect(saved(theirs)).toBeVisible()

  // Given away, and taken back within ten seconds.
  await wheel(theirs).getByRole('button', { name: 'What to do with the wheel' }).click()
  await theirs.getByRole('menuitem', { name: /^Olu/ }).click()
  await expect(wheel(page)).toContainText('You drive')
  await wheel(theirs).getByRole('button', { name: 'Take it back' }).click()
  await expect(wheel(theirs)).toContainText('You drive')
  await wheel(theirs).getByRole('button', { name: 'What to do with the wheel' }).click()
  await theirs.getByRole('menuitem', { name: 'Let everybody edit' }).click()
  await expect(wheel(page)).toContainText('Everybody edits')
})

test('each runs Python, SQL and TypeScript, and the other sees what came out', async ({
  page,
  newVisitor,
}) => {
  test.slow()
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  const programs = [
    [owner, 'tides.py', 'print(sum(range(10)), "tides")\n', '45 tides'],
    [guest, 'tides.sql', 'select 40 + 2 as answer;\n', '42'],
    [owner, 'tides.ts', 'const height: number = 7\nconsole.log("height", height)\n', 'height 7'],
  ] as const
  for (const [who, path, text, said] of programs) {
    await newFile(who, path, text)
    await expect(saved(who.page)).toBeVisible()
    await who.page.getByRole('button', { name: 'Run', exact: true }).click()
    for (const each of [page, theirs]) {
      const shown = each.getByRole('region', { name: `Output of ${path}` })
      // The first run of a language fetches it.
      await expect(shown).toContainText(said, { timeout: 60_000 })
      await expect(shown).toContainText('Passed')
    }
  }
  await expect(output(theirs)).toContainText(owner.name)
})

test('both close their laptops in the middle, come back, and find everything', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket connection/)
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  await newFile(owner, 'log.md', 'begin\n')
  await fileButton(theirs, 'log.md').click()
  await expect(code(theirs)).toContainText('begin')
  const room = page.url()
  for (const [each, words] of [
    [page, 'Olu on the train\n'],
    [theirs, 'Gia in the park\n'],
  ] as const) {
    await each.context().setOffline(true)
    await expect(each.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible()
    await code(each).press('Control+End')
    await each.keyboard.insertText(words)
    await expect(each.getByText(/^Offline: \d+ changes? waiting$/)).toBeVisible()
    await expect(each.getByTitle(/They are kept in this browser/)).toBeVisible()
  }
  // A lid that closes says no goodbye: the page is gone, and what it kept is on the disk.
  const back = await Promise.all(
    [page, theirs].map(async (each) => {
      const context = each.context()
      await each.close()
      await context.setOffline(false)
      const again = await context.newPage()
      await again.goto(room)
      return again
    }),
  )
  for (const each of back) {
    await expect(code(each)).toContainText('Olu on the train')
    await expect(code(each)).toContainText('Gia in the park')
    await expect(saved(each)).toBeVisible()
  }
})
