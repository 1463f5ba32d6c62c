import { expect, test } from '@playwright/test'
import { findBrowser } from './find-browser.ts'

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

test('CHROME_PATH comes before an installed browser', () => {
  const environment = { CHROME_PATH: '/opt/my/chrome', PATH: '/usr/bin' }
  const starts = only('/opt/my/chrome', '/usr/bin/chromium')
  expect(findBrowser({ platform: 'linux', environment, starts })).toBe('/opt/my/chrome')
})

test('a CHROME_PATH that does not start is an error, not a reason to take another browser', () => {
  const environment = { CHROME_PATH: '/opt/my/chrome', PATH: '/usr/bin' }
  const find = () => findBrowser({ platform: 'linux', environment, starts: only('/usr/bin/chromium') })
  expect(find).toThrow('CHROME_PATH is /opt/my/chrome, which does not start')
})

test('on Linux the path is searched, and a program that does not start is passed over', () => {
  const environment = { PATH: '/usr/local/bin:/usr/bin' }
  const starts = only('/usr/bin/google-chrome')
  expect(findBrowser({ platform: 'linux', environment, starts })).toBe('/usr/bin/google-chrome')
})

test('nothing is found where nothing starts', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const environment = { PATH: '/usr/bin', PROGRAMFILES: 'C:\\Programs' }
    expect(findBrowser({ platform, environment, starts: () => false })).toBeUndefined()
  }
})
