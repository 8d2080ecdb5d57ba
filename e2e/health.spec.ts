import { expect, test } from './support/fixtures'

test('both processes say that they are alive and ready', async ({ request, stack }) => {
  for (const origin of [stack.url, `http://localhost:${stack.realtimePort}`]) {
    const alive = await request.get(`${origin}/healthz`)
    expect(alive.status()).toBe(200)
    expect(await alive.json()).toMatchObject({ status: 'ok' })

    const ready = await request.get(`${origin}/readyz`)
    expect(ready.status()).toBe(200)
    expect(await ready.json()).toMatchObject({
      ready: true,
      database: 'ok',
      redis: stack.redis ? 'ok' : 'off',
    })
  }
})

test('the front page opens without an error', async ({ page }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('main')).toBeVisible()
})
