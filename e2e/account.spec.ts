import { demo, expect, signIn, test } from './support/fixtures'
import { ownWord, signUp } from './support/journeys'
import { newPerson } from './support/people'

test('a newcomer signs up, goes where they wanted to, signs out and in again', async ({ page }) => {
  await page.goto('/projects/new')
  await expect(page).toHaveURL('/sign-in?next=%2Fprojects%2Fnew')
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click()
  await expect(page).toHaveURL(/^[^?]*\/sign-up\?next=/)
  const { name, handle, email, password } = await signUp(page, 'Ines')
  await expect(page).toHaveURL('/projects/new')

  await page.getByRole('button', { name: `Your account, ${name}` }).click()
  await page.getByRole('link', { name: 'Profile' }).click()
  await expect(page).toHaveURL(`/@${handle}`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.getByRole('button', { name: `Your account, ${name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto('/teams')
  await expect(page).toHaveURL('/sign-in?next=%2Fteams')

  await signIn(page, email, password)
  await expect(page.getByRole('button', { name: `Your account, ${name}` })).toBeVisible()
})

test('a wrong password is refused without a hint at who has an account', async ({ page }) => {
  const said: string[] = []
  for (const email of [demo('newcomer').email, `${ownWord()}@example.com`]) {
    await page.goto('/sign-in?next=/teams')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toBeVisible()
    said.push((await alert.textContent()) ?? '')
    await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  }
  expect(said[0]).not.toBe('')
  expect(said[1]).toBe(said[0])
  const { email, password } = demo('newcomer')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/teams')
})

test('mistakes in signing up are told at their fields, and nothing typed is lost', async ({
  page,
}) => {
  const word = ownWord()
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill(`Ines ${word}`)
  await page.getByLabel('Handle').fill('-')
  await page.getByLabel('E-mail address').fill(`${word} at example`)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()

  const handle = page.getByLabel('Handle')
  await expect(handle).toHaveAccessibleDescription(/3 to 30 letters/)
  await expect(handle).toBeFocused()
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/name@example\.com/)
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAccessibleDescription(/at least 10/)
  await expect(page.getByLabel('Name')).toHaveValue(`Ines ${word}`)
  await expect(page.getByLabel('E-mail address')).toHaveValue(`${word} at example`)
  await expect(password).toHaveValue('short')
})

test('the demo logins are one press each', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in as Maya Okafor' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Maya' })).toBeVisible()
})

test('ending another device sends what it has open to sign in', async ({ page, newVisitor }) => {
  const person = await newPerson(page, 'Ines')
  const other = await newVisitor()
  await signIn(other, person.email, person.password)
  await other.goto('/teams')
  await expect(other.getByRole('heading', { level: 1, name: 'My teams' })).toBeVisible()

  await page.goto('/settings/sessions')
  const devices = page.getByRole('main').getByRole('listitem')
  await expect(devices.filter({ hasText: 'This device' })).toHaveCount(1)
  const others = devices.filter({ hasText: 'Last seen' })
  await expect(others).toHaveCount(1)
  await others.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(others).toHaveCount(0)

  await expect(other).toHaveURL('/sign-in?next=%2Fteams')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('signing out everywhere ends this device too', async ({ page, newVisitor }) => {
  const person = await newPerson(page, 'Ines')
  const other = await newVisitor()
  await signIn(other, person.email, person.password)
  await other.goto('/rooms')
  await page.goto('/settings/sessions')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(other).toHaveURL('/sign-in?next=%2Frooms')
})

test('someone without a mouse signs in', async ({ page }) => {
  const { email, password } = demo('newcomer')
  await page.goto('/sign-in?next=/roadmap')
  const reach = async (name: string) => {
    const target = page.getByRole('main').getByLabel(name, { exact: true })
    for (let steps = 0; steps < 30; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`"${name}" cannot be reached with the Tab key.`)
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await reach('E-mail address')
  await page.keyboard.type(email)
  await reach('Password')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/roadmap')
  await expect(page.getByRole('button', { name: 'Your account, Linh Nguyen' })).toBeVisible()
})
