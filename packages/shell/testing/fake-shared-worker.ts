import { onTestFinished, vi } from 'vitest'
import { shareStreams } from '../src/live/share-streams.ts'

/** A page's end of its connection to the worker. */
export interface FakePagePort {
  /** The page is asleep: it hears nothing, and so answers nothing, until it is woken and hears all at once. */
  sleep: () => void
  wake: () => void
}

/**
 * A browser whose pages share one worker, until the test ends; what is posted arrives at once. The script of a worker that is
 * `missing` does not arrive; one that is `deaf` never says a word. Gives the ports of the pages in the order of their asking.
 */
export function fakeSharedWorker(kind: 'working' | 'missing' | 'deaf' = 'working'): FakePagePort[] {
  const take = shareStreams()
  const pages: FakePagePort[] = []

  class Worker extends EventTarget {
    readonly port: MessagePort

    constructor() {
      super()
      const [ofPage, ofWorker] = portPair()
      this.port = ofPage
      pages.push(ofPage)
      if (kind === 'missing') queueMicrotask(() => this.dispatchEvent(new Event('error')))
      if (kind === 'working') take(ofWorker)
    }
  }

  const address = document.createElement('meta')
  address.name = 'live-worker'
  address.content = '/_shared/live-worker-a1b2c3d4.js'
  document.head.append(address)
  onTestFinished(() => address.remove())
  vi.stubGlobal('SharedWorker', Worker)
  return pages
}

type FakePort = MessagePort & FakePagePort

function portPair(): [FakePort, FakePort] {
  const [one, other] = [fakePort(), fakePort()]
  one.postMessage = other.receive
  other.postMessage = one.receive
  return [one, other]
}

function fakePort() {
  let awake = false
  let closed = false
  const pending: unknown[] = []
  const target = new EventTarget()

  function handOver(): void {
    if (!awake || closed || pending.length === 0) return
    target.dispatchEvent(new MessageEvent('message', { data: pending.shift() }))
    handOver()
  }
  function wake(): void {
    awake = true
    handOver()
  }
  return Object.assign(target, {
    start: wake,
    wake,
    sleep: () => (awake = false),
    close: () => (closed = true),
    receive: (data: unknown) => {
      pending.push(structuredClone(data))
      handOver()
    },
  }) as unknown as FakePort & { receive: (data: unknown) => void }
}
