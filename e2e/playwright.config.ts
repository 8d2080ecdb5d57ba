import path from 'node:path'
import { defineConfig } from '@playwright/test'

const root = path.dirname(import.meta.dirname)

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'test-results', 'e2e'),
  globalSetup: path.join(import.meta.dirname, 'support', 'stack.ts'),
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
