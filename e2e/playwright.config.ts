import { defineConfig } from '@playwright/test'

const browser = process.env['CHROME_PATH']

export default defineConfig({
  testDir: '.',
  outputDir: 'reports/results',
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: browser },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
  },
})
