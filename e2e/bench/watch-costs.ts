import type { Page } from '@playwright/test'

/** What a page cost since the last look, whatever else the machine was doing. */
export interface Costs {
  requests: number
  /** Of all bodies as they were sent, in kB. */
  received: number
  /** How long its main thread was busy, in milliseconds. */
  busy: number
}

/** Watches what a page asks for and how busy it is; each call answers for the time since the one before. */
export async function watchCosts(page: Page): Promise<() => Promise<Costs>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const received: Promise<number>[] = []
  page.on('requestfinished', (request) =>
    received.push(request.sizes().then((size) => size.responseBodySize)),
  )
  let busyBefore = await busySeconds()

  async function busySeconds(): Promise<number> {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }

  return async () => {
    const bodies = await Promise.all(received.splice(0))
    const before = busyBefore
    busyBefore = await busySeconds()
    const bytes = bodies.reduce((sum, size) => sum + size, 0)
    return { requests: bodies.length, received: bytes / 1_000, busy: (busyBefore - before) * 1_000 }
  }
}
