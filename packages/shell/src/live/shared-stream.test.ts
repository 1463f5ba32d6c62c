import type { ChangeEvent } from '@workplan/domain'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { fakeService, fakeSharedWorker } from '../../testing/index.ts'
import { openChangeStream } from './change-stream.ts'

const EVENTS = '/api/programmes/bnssg/events'

/** A page of the browser that listens to a programme. */
function openPage({
  url = EVENTS,
  person = 'person.lead',
  since = null as number | null,
  open = openChangeStream,
} = {}) {
  const heard = {
    changes: [] as number[],
    connections: [] as string[],
    returns: [] as (number[] | null)[],
    somebodyElse: 0,
  }
  const { stop, tryNow } = open(
    { url, person, since },
    {
      onChange: ({ seq }) => heard.changes.push(seq),
      onConnection: (connection) => heard.connections.push(connection),
      onReturn: (missed) => heard.returns.push(missed && missed.map(({ seq }) => seq)),
      onSomebodyElse: () => (heard.somebodyElse += 1),
    },
  )
  onTestFinished(stop)
  return { heard, stop, tryNow }
}

const change = (seq: number): ChangeEvent => ({ seq, programme: 'bnssg', kinds: ['task'], ids: ['t'] })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the pages of one browser', () => {
  it('listen to a programme over one stream, and each hears what changes once', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const first = openPage()
    const second = openPage()
    streams[0]?.open({ place: 3 })
    const third = openPage()
    streams[0]?.change(change(4))
    expect(streams).toHaveLength(1)
    for (const { heard } of [first, second, third]) {
      expect(heard.changes).toEqual([4])
      expect(heard.connections.at(-1)).toBe('open')
      expect(heard.returns).toEqual([])
    }
  })

  it('have a stream for each programme that one of them shows', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const here = openPage()
    const there = openPage({ url: '/api/programmes/northamptonshire/events' })
    for (const stream of streams) stream.open()
    streams[1]?.change(change(4))
    expect(streams.map(({ url }) => url)).toEqual([EVENTS, '/api/programmes/northamptonshire/events'])
    expect(here.heard.changes).toEqual([])
    expect(there.heard.changes).toEqual([4])
    there.stop()
    expect(streams.map(({ closed }) => closed)).toEqual([false, true])
  })

  it('close the stream with the last of them', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const [first, second] = [openPage(), openPage()]
    streams[0]?.open()
    first.stop()
    expect(streams[0]?.closed).toBe(false)
    second.stop()
    expect(streams[0]?.closed).toBe(true)
    openPage()
    expect(streams).toHaveLength(2)
  })

  it('all hear that it is lost, and are all back with the first that reaches the service', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const [first, second] = [openPage(), openPage()]
    streams[0]?.open({ place: 3 })
    streams[0]?.fail({ forGood: false })
    expect(first.heard.connections.at(-1)).toBe('lost')
    expect(second.heard.connections.at(-1)).toBe('lost')
    first.tryNow()
    expect(streams[1]?.url).toBe(`${EVENTS}?after=3`)
    streams[1]?.fail({ forGood: true })
    first.tryNow()
    streams[2]?.open({ missed: [change(4)] })
    vi.advanceTimersByTime(30_000)
    expect(streams).toHaveLength(3)
    for (const { heard } of [first, second]) {
      expect(heard.connections.at(-1)).toBe('open')
      expect(heard.returns).toEqual([[4]])
      expect(heard.changes).toEqual([])
    }
  })

  it('take a stream that fell silent for lost, once for all', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const [first, second] = [openPage(), openPage()]
    streams[0]?.open({ place: 3 })
    vi.advanceTimersByTime(30_000)
    streams[0]?.beat()
    vi.advanceTimersByTime(30_000)
    expect(first.heard.connections.at(-1)).toBe('open')
    vi.advanceTimersByTime(8_500)
    expect(streams[0]?.closed).toBe(true)
    expect(streams.filter(({ closed }) => !closed).map(({ url }) => url)).toEqual([`${EVENTS}?after=3`])
    streams.at(-1)?.open({ missed: [change(4)] })
    for (const { heard } of [first, second]) expect(heard.returns).toEqual([[4]])
  })

  it('do not know what they missed when the journal is an older one, restored', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const [first, second] = [openPage(), openPage()]
    streams[0]?.open({ place: 9 })
    streams[0]?.fail({ forGood: false })
    vi.advanceTimersByTime(1_000)
    streams.at(-1)?.open({ place: 5 })
    for (const { heard } of [first, second]) expect(heard.returns).toEqual([null])
    streams.at(-1)?.change(change(6))
    for (const { heard } of [first, second]) expect(heard.changes).toEqual([6])
  })
})

describe('a page that sleeps', () => {
  it('is told of everything when it wakes, and nobody else twice', () => {
    const { streams } = fakeService({})
    const pages = fakeSharedWorker()
    const [sleeper, other] = [openPage(), openPage()]
    streams[0]?.open({ place: 3 })
    pages[0]?.sleep()
    for (let beats = 0; beats < 5; beats += 1) streams[0]?.beat()
    streams[0]?.change(change(4))
    pages[0]?.wake()
    vi.advanceTimersByTime(1_000)
    expect(streams.filter(({ closed }) => !closed).map(({ url }) => url)).toEqual([`${EVENTS}?after=3`])
    streams.at(-1)?.open({ missed: [change(4), change(5)] })
    expect(sleeper.heard.returns).toEqual([[4, 5]])
    expect(other.heard.changes).toEqual([4, 5])
    expect(other.heard.connections).not.toContain('lost')
    expect(other.heard.returns).toEqual([])
  })

  it('is told to read everything again where the journal was restored meanwhile, and so are the others', () => {
    const { streams } = fakeService({})
    const pages = fakeSharedWorker()
    const [sleeper, other] = [openPage(), openPage()]
    streams[0]?.open({ place: 3 })
    pages[0]?.sleep()
    for (let beats = 0; beats < 5; beats += 1) streams[0]?.beat()
    streams[0]?.change(change(4))
    pages[0]?.wake()
    vi.advanceTimersByTime(1_000)
    streams.at(-1)?.open({ place: 2 })
    vi.advanceTimersByTime(1_000)
    expect(streams.filter(({ closed }) => !closed)).toHaveLength(1)
    expect(sleeper.heard.returns).toEqual([null])
    expect(other.heard.returns).toEqual([null])
  })

  it('with its whole computer has a new stream when it wakes, whatever the old one says of itself', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const both = [openPage(), openPage()]
    streams[0]?.open({ place: 3 })
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    // A computer that sleeps runs no timers, while its clock goes on.
    vi.setSystemTime(Date.now() + 600_000)
    visible.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(streams.filter(({ closed }) => !closed).map(({ url }) => url)).toEqual([`${EVENTS}?after=3`])
    streams.at(-1)?.open({ missed: [change(4)] })
    for (const { heard } of both) expect(heard.returns).toEqual([[4]])
  })

  it('or that was killed keeps no stream open', () => {
    const { streams } = fakeService({})
    const pages = fakeSharedWorker()
    openPage()
    const other = openPage({ url: '/api/programmes/northamptonshire/events' })
    for (const stream of streams) stream.open()
    pages[0]?.sleep()
    for (let beats = 0; beats < 5; beats += 1) for (const stream of streams) stream.beat()
    expect(streams.map(({ closed }) => closed)).toEqual([true, false])
    expect(other.heard.connections.at(-1)).toBe('open')
  })
})

describe('somebody else who signs in with the browser', () => {
  it('has a stream of their own, and the earlier one ends', () => {
    const { streams } = fakeService({})
    fakeSharedWorker()
    const before = openPage()
    streams[0]?.open()
    const after = openPage({ person: 'person.sro' })
    expect(streams.map(({ closed }) => closed)).toEqual([true, false])
    expect(before.heard.somebodyElse).toBe(1)
    streams[1]?.open()
    streams[1]?.change(change(4))
    expect(before.heard.changes).toEqual([])
    expect(after.heard.changes).toEqual([4])
    // What the earlier page says as it goes ends nothing.
    before.stop()
    expect(streams[1]?.closed).toBe(false)
    openPage({ person: 'person.sro' })
    expect(streams).toHaveLength(2)
  })
})

describe('a page that cannot share', () => {
  it('has a stream of its own where the worker does not arrive', async () => {
    const { streams } = fakeService({})
    fakeSharedWorker('missing')
    const [first, second] = [openPage(), openPage()]
    await Promise.resolve()
    expect(streams).toHaveLength(2)
    streams[0]?.open()
    streams[0]?.change(change(4))
    expect(first.heard.changes).toEqual([4])
    expect(second.heard.changes).toEqual([])
    first.stop()
    expect(streams.map(({ closed }) => closed)).toEqual([true, false])
  })

  it('has one where the worker never answers, and then reads everything again', async () => {
    const { streams } = fakeService({})
    fakeSharedWorker('deaf')
    vi.resetModules()
    const { openChangeStream: open } = await import('./change-stream.ts')
    const { heard } = openPage({ open })
    vi.advanceTimersByTime(10_000)
    expect(heard.connections.at(-1)).toBe('lost')
    vi.advanceTimersByTime(1_000)
    streams[0]?.open({ place: 3 })
    expect(heard.returns).toEqual([null])
  })
})
