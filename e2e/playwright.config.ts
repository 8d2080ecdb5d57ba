import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

// Node 20.9 has no import.meta.dirname yet.
const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.dirname(here)

export default defineConfig({
  testDir: here,
  outputDir: path.join(root, 'test-results', 'e2e'),
  globalSetup: path.join(here, 'support', 'stack.ts'),
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: path.join(root, 'test-results', 'e2e-report.json') }],
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    video: 'off',
    trace: 'off',
    screenshot: 'only-on-failure',
    // Contrast is judged on what people see in the end, not in the middle of a fade.
    contextOptions: { reducedMotion: 'reduce' },
  },
})
