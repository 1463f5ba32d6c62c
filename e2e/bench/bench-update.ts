import type { Page } from '@playwright/test'
import { inWords, print, quantile } from './figures.ts'
import { openMeasuredProgramme } from './measured-programme.ts'
import { type Costs, watchCosts } from './watch-costs.ts'

/**
 * How long a change of status takes in the browser: from the key press until the page shows it saved and judged, and until
 * another open browser shows it.
 */
const SUBJECTS = 1_500
const ROUNDS = 60
const WARM_UP = 10
const GOALS = { saved: 200, elsewhere: 1_000 }

const measured = await openMeasuredProgramme(SUBJECTS)
try {
  const address = `/adult/${measured.programme}/my-week`
  const [mine, other] = [await measured.openWindow(), await measured.openWindow()]
  const page = await mine.newPage()
  await page.goto(address)
  const row = page.locator('.wps-week__row').first()
  await row.waitFor()
  const title = await row.locator('.wps-week__title').innerText()
  const watching = await other.newPage()
  await watching.goto(address)
  await watching.getByRole('link', { name: title, exact: true }).waitFor()
  for (const each of [page, watching]) await watchStatusOf(each, title)

  const windows = [await watchCosts(page), await watchCosts(watching)]
  const costs: Costs[][] = [[], []]
  const saved: number[] = []
  const elsewhere: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const [key, status] = round % 2 === 0 ? (['d', 'Done'] as const) : (['p', 'In progress'] as const)
    await row.getByRole('button', { name: 'Update' }).focus()
    await page.keyboard.press(key)
    const shown = await whenShown(page, status)
    const pressed = await page.evaluate(() => Number(document.documentElement.dataset.pressed))
    const seen = await whenShown(watching, status)
    const spent = await Promise.all(windows.map((look) => look()))
    if (round < 0) continue
    saved.push(shown - pressed)
    elsewhere.push(seen - pressed)
    spent.forEach((each, at) => costs[at]?.push(each))
  }
  print(
    `${ROUNDS} changes of status in a programme of ${measured.subjects} subjects, ${measured.flags} flags`,
  )
  print(`  from key press to saved and judged on the page: ${inWords(saved)} (goal: p95 ${GOALS.saved} ms)`)
  print(`  until another open browser shows it: ${inWords(elsewhere)} (goal: p95 ${GOALS.elsewhere} ms)`)
  print(`  what a change costs the page itself: ${costsInWords(costs[0] ?? [])}`)
  print(`  what it costs another page: ${costsInWords(costs[1] ?? [])}`)
  const met = quantile(saved, 0.95) <= GOALS.saved && quantile(elsewhere, 0.95) <= GOALS.elsewhere
  process.exitCode = met ? 0 : 1
} finally {
  await measured.close()
}

/** `9 requests, 6.8 kB, 47 ms of its main thread`, the medians. */
function costsInWords(costs: readonly Costs[]): string {
  const median = (of: (cost: Costs) => number) => quantile(costs.map(of), 0.5)
  const requests = median((cost) => cost.requests)
  const received = median((cost) => cost.received).toFixed(1)
  return `${requests} requests, ${received} kB, ${Math.round(median((cost) => cost.busy))} ms of its main thread`
}

/** Notes on the page itself when a key was pressed, and when each status was first painted; one clock for all windows. */
async function watchStatusOf(page: Page, title: string): Promise<void> {
  await page.evaluate((wanted) => {
    const { dataset } = document.documentElement
    const now = () => String(performance.timeOrigin + performance.now())
    document.addEventListener('keydown', () => (dataset.pressed = now()), { capture: true })
    const note = () => {
      const rows = [...document.querySelectorAll('.wps-week__row')]
      const row = rows.find((each) => each.querySelector('.wps-week__title')?.textContent === wanted)
      const status = row?.querySelector('.nhsuk-tag')?.textContent?.trim() ?? ''
      if (dataset.status === status) return
      dataset.status = status
      requestAnimationFrame(() => setTimeout(() => (dataset.painted = `${status} ${now()}`)))
    }
    note()
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, title)
}

/** Waits until the page has painted the status, and answers when that was. */
async function whenShown(page: Page, status: string): Promise<number> {
  const painted = await page.waitForFunction(
    (wanted) => {
      const found = document.documentElement.dataset.painted ?? ''
      return found.startsWith(`${wanted} `) ? Number(found.slice(wanted.length + 1)) : null
    },
    status,
    { polling: 20 },
  )
  return Number(await painted.jsonValue())
}
