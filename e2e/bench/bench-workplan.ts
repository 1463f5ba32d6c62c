import type { Page } from '@playwright/test'
import { print } from './figures.ts'
import { openMeasuredProgramme } from './measured-programme.ts'

/**
 * How quick the pages of a very long workplan are: until each shows its tasks, and how long the page cannot answer to a key
 * or a press.
 */
const SUBJECTS = 4_600
const GOALS = { shown: 3_000, answered: 200 }

const measured = await openMeasuredProgramme(SUBJECTS)
try {
  const window = await measured.openWindow()
  const page = await window.newPage()
  const app = `/adult/${measured.programme}`
  const missed: string[] = []

  await page.goto(`${app}/my-week`)
  await page.locator('.wps-week__row').first().waitFor()
  const shown = {
    'My week': await opened(page, `${app}/my-week`, '.wps-week__row'),
    list: await opened(page, `${app}/workplan`, 'tbody th'),
    board: await opened(page, `${app}/workplan?view=board`, '.wps-card'),
    timeline: await opened(page, `${app}/workplan?view=timeline`, '.wps-chart__rows li'),
  }
  await page.goto(`${app}/workplan`)
  await page.locator('tbody th').first().waitFor()
  const count = await page.locator('.wp-table__count').innerText()
  print(`The workplan with ${count}, of ${measured.subjects} subjects with ${measured.flags} flags`)
  for (const [what, ms] of Object.entries(shown)) say(`${what}: shown after`, ms, GOALS.shown)

  const words = page.getByRole('textbox', { name: 'Words' })
  await words.focus()
  say('a letter typed into the filter', await answered(page, () => page.keyboard.press('e')), GOALS.answered)
  say('another letter', await answered(page, () => page.keyboard.press('n')), GOALS.answered)
  await words.fill('')
  await page.locator('tbody th').nth(50).waitFor()
  const press = (name: string) => () => page.getByRole('button', { name, exact: true }).click()
  say('sorted by due date', await answered(page, press('Due')), GOALS.answered)
  say('sorted the other way', await answered(page, press('Due')), GOALS.answered)
  const tick = () => page.locator('thead input[type=checkbox]').click()
  say('all chosen', await answered(page, tick), GOALS.answered)
  say('all rows drawn, as for paper', await answered(page, () => drawAll(page)), GOALS.shown)
  const view = (name: string) => () => page.getByRole('link', { name, exact: true }).click()
  say('to the board', await answered(page, view('Board')), GOALS.answered)
  say('to the timeline', await answered(page, view('Timeline')), GOALS.answered)
  say('back to the list', await answered(page, view('List')), GOALS.answered)
  process.exitCode = missed.length > 0 ? 1 : 0

  function say(what: string, ms: number, goal: number): void {
    if (ms > goal) missed.push(what)
    print(`  ${what}: ${Math.round(ms)} ms (goal: ${goal} ms)`)
  }
} finally {
  await measured.close()
}

/** Has the page draw everything, as it does when it is printed. */
async function drawAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    setTimeout(() => window.dispatchEvent(new Event('afterprint')), 1_500)
  })
}

/** Milliseconds from asking for a page until its first row is on screen. */
async function opened(page: Page, address: string, row: string): Promise<number> {
  const begun = performance.now()
  await page.goto(address)
  await page.locator(row).first().waitFor()
  return performance.now() - begun
}

/** The longest that the page was busy at a stretch after the press, in milliseconds, until it was calm for a while. */
async function answered(page: Page, press: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    dataset.busiest = '0'
    let last = performance.now()
    const stop = last + 3_000
    const beat = () => {
      const now = performance.now()
      dataset.busiest = String(Math.max(Number(dataset.busiest), now - last))
      last = now
      if (now < stop) setTimeout(beat)
    }
    beat()
  })
  await press()
  await page.waitForTimeout(3_000)
  return page.evaluate(() => Number(document.documentElement.dataset.busiest))
}
