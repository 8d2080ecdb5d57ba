import { axe, expect, test } from './support/fixtures'
import { composer, message, say } from './support/journeys'
import { change, code, newFile, pairUp } from './support/pairing'

test('two people use commands: a task is given and ticked, lines of code are shared and opened', async ({
  page,
  newVisitor,
}) => {
  // Two people walk through all of it.
  test.slow()
  const { owner, guest } = await pairUp(page, await newVisitor())
  const theirs = guest.page
  const mine = composer(page)

  // The list of commands, by the keyboard.
  const commands = page.getByRole('listbox', { name: 'Commands' }).getByRole('option')
  await mine.pressSequentially('/')
  await expect(commands.first()).toHaveAttribute('aria-selected', 'true')
  await expect(commands).toContainText(['/task', '/code', '/help'])
  await axe(page)
  await mine.press('ArrowUp')
  await expect(commands.last()).toHaveAttribute('aria-selected', 'true')
  await mine.press('Escape')
  await expect(commands).toHaveCount(0)
  await mine.fill('')
  await mine.pressSequentially('/he')
  await mine.press('Enter')
  await expect(mine).toHaveValue('/help ')
  await mine.press('Enter')
  const help = page.getByRole('dialog', { name: 'Commands' })
  await expect(help).toContainText('/task What is to be done @who')
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(mine).toHaveValue('')
  await expect(mine).toBeFocused()

  // What is no command is said; what a command cannot do keeps the text.
  await say(owner, '/etc/hosts is wrong')
  await expect(message(theirs, '/etc/hosts is wrong')).toBeVisible()
  await say(owner, '/task')
  const problem = page.getByRole('alert').filter({ hasText: 'Say what is to be done.' })
  await expect(problem).toBeVisible()
  await expect(mine).toHaveValue('/task')
  await expect(mine).toHaveAccessibleDescription('Say what is to be done.')
  await axe(page)

  // A task is given to somebody, who ticks it in the chat.
  await mine.pressSequentially(` Mend the index @${guest.handle.slice(0, 6)}`)
  await expect(problem).toHaveCount(0)
  await mine.press('Tab')
  await expect(mine).toHaveValue(`/task Mend the index @${guest.handle} `)
  await mine.press('Enter')
  await expect(mine).toHaveValue('')
  const card = theirs.getByRole('region', { name: 'Task Mend the index' })
  await expect(card).toContainText('To do')
  await expect(card).toContainText(guest.name)
  await card.getByRole('button', { name: 'Done: Mend the index' }).click()
  const own = page.getByRole('region', { name: 'Task Mend the index' })
  await expect(own).toContainText('Done')
  await axe(theirs)
  await own.getByRole('button', { name: 'Open on the board' }).click()
  const board = page.getByRole('complementary', { name: 'Tasks' })
  const row = board.getByRole('button', { name: /^Mend the index/ })
  await expect(row).toBeFocused()
  await expect(row).toHaveAttribute('aria-expanded', 'true')

  // Lines go from the editor into the chat, below what stands there, and lead back.
  await newFile(owner, 'src/main.ts', 'const a = 1\nconst b = 2\nconst c = 3\nconst d = 4\n')
  await code(page).press('Control+Home')
  await code(page).press('ArrowDown')
  await code(page).press('Shift+ArrowDown')
  await code(page).press('Shift+ArrowDown')
  await expect(page.getByRole('button', { name: 'Share in chat' })).toBeVisible()
  await code(page).press('Control+Alt+s')
  await expect(mine).toBeFocused()
  await expect(mine).toHaveValue(
    /^\[`src\/main\.ts:2–3`\].*\n\n```ts\nconst b = 2\nconst c = 3\n```\n$/,
  )
  await page.keyboard.insertText('Look at these')
  await mine.press('Enter')
  const chip = message(theirs, 'Look at these').getByRole('link')
  await expect(chip).toHaveText('src/main.ts:2–3')
  await chip.click()
  await expect(theirs.getByRole('textbox', { name: 'src/main.ts, code' })).toBeFocused()
  await expect(theirs.locator('.cm-flash')).toHaveText(['const b = 2', 'const c = 3'])
  await theirs.keyboard.press('ArrowUp')
  await expect(theirs.locator('.cm-flash')).toHaveCount(0)
  const address = (await chip.getAttribute('href')) ?? ''
  await theirs.goto(address.replace('line=2-3', 'line=3-999'))
  await expect(theirs.locator('.cm-flash')).toHaveText(['const c = 3', 'const d = 4', ''])

  // Lines are also named by hand; a wrong name says which one may be meant.
  await say(guest, '/code main.tsx:2')
  await expect(theirs.getByRole('alert').filter({ hasText: 'Did you mean' })).toBeVisible()
  await expect(composer(theirs)).toHaveValue('/code main.tsx:2')
  await say(guest, '/code main.ts:4')
  const quoted = message(page, 'const d = 4')
  await page.getByRole('button', { name: 'Chat', exact: true }).filter({ visible: true }).click()
  await expect(quoted.getByRole('link')).toHaveText('src/main.ts:4')
  await axe(page)

  // A link has the file's present name; what is gone is said to be gone.
  await change(page, 'src/main.ts', 'Rename or move')
  await page.getByRole('dialog').getByLabel('Path').fill('src/app.ts')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await expect(message(theirs, 'const d = 4').getByRole('link')).toHaveText('src/app.ts:4')
  await change(page, 'src/app.ts', 'Delete')
  await expect(message(theirs, 'const d = 4')).toContainText('src/main.ts:4(deleted)')
  await own.getByRole('button', { name: 'Open on the board' }).click()
  await board.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(message(theirs, 'Mend the index')).toContainText('This task is not here any more.')
})
