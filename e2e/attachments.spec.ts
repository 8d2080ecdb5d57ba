import fs from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { axe, demo, expect, signIn, test } from './support/fixtures'
import { composer, enterRoom, message, messages } from './support/journeys'
import { newPerson, teamUp } from './support/people'

const picture = (background: string, width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
const tray = (page: Page) => page.getByRole('list', { name: 'Files of this message' })

/** Lets go of files over the composer, or pastes them there, as a browser tells of it. */
async function hand(page: Page, how: 'drop' | 'paste', name: string, bytes: Buffer) {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const held = new DataTransfer()
      const letters = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      held.items.add(new File([letters], file, { type: 'image/png' }))
      return held
    },
    [name, bytes.toString('base64')] as const,
  )
  if (how === 'drop') {
    await composer(page).dispatchEvent('dragenter', { dataTransfer: transfer })
    await expect(page.getByText('Let go to attach')).toBeVisible()
    await composer(page).dispatchEvent('drop', { dataTransfer: transfer })
    await expect(page.getByText('Let go to attach')).toBeHidden()
  } else
    await transfer.evaluate((held) =>
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
      ),
    )
}

test('two people share pictures and files, and nobody else gets them', async ({
  page,
  newVisitor,
  allowErrors,
}) => {
  // Twenty megabytes go up on the way.
  test.slow()
  // What is refused here on purpose, Chromium reports.
  allowErrors(/40[34]|413|ERR_FAILED|net::/)
  const owner = await newPerson(page, 'Owen')
  const guest = await newPerson(await newVisitor(), 'Asta')
  const project = await teamUp(owner, guest)
  await Promise.all([enterRoom(owner, project), enterRoom(guest, project)])
  const theirs = guest.page

  // By the button, by letting go and by pasting; one fails first.
  await page.route('**/attachments?*name=notes.txt', (route) => route.abort(), { times: 1 })
  await page.locator('input[type=file]').setInputFiles([
    { name: 'plan.png', mimeType: 'image/png', buffer: await picture('#2b6cb0') },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Tides at dawn') },
  ])
  const files = tray(page)
  await expect(files.getByRole('alert')).toContainText('broke off')
  await composer(page).fill('Look at these')
  await composer(page).press('Enter')
  await expect(composer(page)).toHaveValue('Look at these')
  await files.getByRole('button', { name: 'Retry notes.txt' }).click()
  await expect(files.getByText('13 B')).toBeVisible()
  await files.getByRole('button', { name: 'Describe plan.png' }).click()
  await page.getByRole('textbox', { name: 'What is to be seen in plan.png' }).fill('Tables in blue')
  await page.keyboard.press('Enter')
  // A description is a sentence: a body that could not be one is not read.
  const tooLong = await page.evaluate(async () => {
    const body = 'x'.repeat(100_000)
    const answer = await fetch(`/attachments/${crypto.randomUUID()}`, { method: 'PATCH', body })
    return answer.status
  })
  expect(tooLong).toBe(413)
  await hand(page, 'drop', 'second.png', await picture('#c05621', 500, 700))
  await composer(page).focus()
  await hand(page, 'paste', 'third.png', await picture('#2f855a'))
  await expect(files.getByRole('listitem')).toHaveCount(4)
  await files.getByRole('button', { name: 'Remove third.png' }).click()
  await expect(files.getByRole('progressbar')).toHaveCount(0)
  await composer(page).press('Enter')

  const look = message(theirs, 'Look at these')
  const pictures = look.getByRole('list', { name: 'Pictures' })
  await expect(pictures.getByRole('button')).toHaveCount(2)
  const small = pictures.getByRole('img', { name: 'Tables in blue' })
  await expect(small).toHaveJSProperty('complete', true)
  await expect(small).toHaveJSProperty('naturalWidth', 640)

  await pictures.getByRole('button', { name: 'Open Tables in blue' }).click()
  const box = theirs.getByRole('dialog', { name: 'plan.png' })
  await expect(box.getByText('1 of 2')).toBeVisible()
  await expect(box.getByRole('img', { name: 'Tables in blue' })).toHaveJSProperty(
    'naturalWidth',
    900,
  )
  await axe(theirs)
  await theirs.keyboard.press('ArrowRight')
  await expect(theirs.getByRole('dialog', { name: 'second.png' })).toBeVisible()
  await theirs.keyboard.press('Escape')
  await expect(theirs.getByRole('dialog')).toBeHidden()

  const download = theirs.waitForEvent('download')
  await look.getByRole('link', { name: /notes\.txt/ }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('notes.txt')
  expect(fs.readFileSync(await saved.path(), 'utf8')).toBe('Tides at dawn')

  // A message of a file alone, on the way when it is sent.
  await page.locator('input[type=file]').setInputFiles({
    name: 'large.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(20 * 1024 * 1024, 7),
  })
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(messages(theirs).filter({ hasText: 'large.bin' })).toBeVisible()

  // Its address is worth nothing to others, nor to anybody once the message is gone.
  const href =
    (await look.getByRole('link', { name: /notes\.txt/ }).getAttribute('href')) ?? 'missing'
  const whole = await theirs.request.get(href)
  expect(whole.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; filename="notes.txt"/),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  })
  const part = await theirs.request.get(href, { headers: { range: 'bytes=0-4' } })
  expect([part.status(), await part.text()]).toEqual([206, 'Tides'])
  const stranger = await newVisitor()
  await signIn(stranger, demo('newcomer').email, demo('newcomer').password)
  const signedOut = await newVisitor()
  for (const visitor of [stranger, signedOut])
    expect((await visitor.request.get(href)).status()).toBe(404)
  const foreign = await stranger.request.post('/attachments?room=x&name=x', {
    headers: { origin: 'https://evil.example' },
    data: 'x',
  })
  expect(foreign.status()).toBe(403)
  const remove = async () => {
    await page.getByText('Look at these').click()
    await message(page, 'Look at these').getByRole('button', { name: 'Delete' }).click()
    await expect(look).toBeHidden()
  }
  await remove()
  expect((await theirs.request.get(href)).status()).toBe(404)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(look).toBeVisible()
  expect((await theirs.request.get(href)).status()).toBe(200)
  await remove()
  expect((await theirs.request.get(href)).status()).toBe(404)
})
