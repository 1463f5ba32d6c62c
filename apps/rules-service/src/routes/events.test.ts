import { ChangeEvent } from '@workplan/domain'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STREAMS_OF_ONE_PERSON } from '../http/count-streams.ts'
import { openPool } from '../store/open-database.ts'
import { followChanges } from '../verbs/journal/follow-changes.ts'
import { expectProblem, openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'

const EVENTS = '/api/programmes/alpha/events'

let service: TestService
let cookie: string
beforeAll(async () => {
  service = await openTestService()
  cookie = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

/** Reads a stream until it has given that many events. */
async function readEvents(answer: Response, count: number): Promise<{ id: string; data: ChangeEvent }[]> {
  const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  const events: { id: string; data: ChangeEvent }[] = []
  let text = ''
  while (events.length < count) {
    const { done, value } = await reader.read()
    if (done) throw new Error(`the stream ended after ${events.length} events`)
    text += value
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const found = /^event: change\ndata: (.+)\nid: (\d+)$/.exec(part)
      if (found) events.push({ data: ChangeEvent.parse(JSON.parse(found[1] ?? '')), id: found[2] ?? '' })
    }
  }
  await reader.cancel()
  return events
}

/** The first place that a stream tells of. */
async function firstPlace(answer: Response): Promise<string | undefined> {
  const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('event: place')) {
    const { done, value } = await reader.read()
    if (done) break
    text += value
  }
  await reader.cancel()
  return /event: place\ndata: (\d+)/.exec(text)?.[1]
}

async function change(json: object, by = service): Promise<void> {
  const path = '/api/programmes/alpha/tasks/alpha.task.adult'
  const version = (await by.send(path, { cookie })).headers.get('etag') ?? ''
  const answer = await by.send(path, { method: 'PATCH', cookie, json, headers: { 'if-match': version } })
  expect(answer.status).toBe(200)
}

describe('the live stream', () => {
  it('tells of a change as one event, with everything it touched', async () => {
    const answer = await service.send(EVENTS, { cookie })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const reading = readEvents(answer, 1)
    await change({ status: 'done' })
    const [event] = await reading
    const { seq } = await service.context.store.readProgramme('alpha')
    expect(event).toEqual({
      id: String(seq),
      data: {
        seq,
        programme: 'alpha',
        kinds: ['task', 'flag'],
        ids: ['alpha.task.adult', 'late-task~alpha.task.adult'],
      },
    })
  })

  it('tells of what another instance changed, over connections of its own', async () => {
    const app = openPool(
      { connectionString: service.opened.url },
      pino({ level: 'silent' }),
      async () => undefined,
    )
    const other = await openServiceOver({ ...service.opened, app })
    const reading = readEvents(await service.send(EVENTS, { cookie }), 1)
    await change({ progress: 'Elsewhere' }, other)
    expect(await reading).toMatchObject([{ data: { kinds: ['task'] } }])
    await other.context.changes.close()
    await app.close()
  })

  it('resumes after the last event that was seen', async () => {
    const { seq } = await service.context.store.readProgramme('alpha')
    await change({ progress: 'First' })
    await change({ progress: 'Second' })
    const answer = await service.send(EVENTS, { cookie, headers: { 'last-event-id': String(seq) } })
    const events = await readEvents(answer, 2)
    expect(events.map(({ id }) => Number(id))).toEqual([seq + 1, seq + 2])
    const again = await service.send(`${EVENTS}?after=${seq + 1}`, { cookie })
    expect(await readEvents(again, 1)).toMatchObject([{ id: String(seq + 2) }])
  })

  it('starts at the end of the journal for a reader whose place lies beyond it', async () => {
    const { seq } = await service.context.store.readProgramme('alpha')
    const places: (string | undefined)[] = []
    for (const place of [{ path: `${EVENTS}?after=${seq + 50}` }, { path: EVENTS, id: String(seq + 50) }]) {
      const answer = await service.send(place.path, {
        cookie,
        headers: place.id ? { 'last-event-id': place.id } : {},
      })
      places.push(await firstPlace(answer))
    }
    expect(places).toEqual([String(seq), String(seq)])
    const ahead = await service.send(`${EVENTS}?after=${seq + 50}`, { cookie })
    await change({ progress: 'After a restore' })
    expect(await readEvents(ahead, 1)).toMatchObject([{ id: String(seq + 1) }])
  })

  it('is open so many times for one person, and for others all the same', async () => {
    const lead = await service.signIn('person.lead-adult')
    const open = () => service.send(EVENTS, { cookie: lead })
    const answers = await Promise.all(Array.from({ length: STREAMS_OF_ONE_PERSON }, open))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await expectProblem(await open(), 'too-many-requests')
    const other = await service.send(EVENTS, { cookie })
    expect(other.status).toBe(200)
    for (const answer of [...answers, other]) await answer.body?.cancel()
    const again = await open()
    expect(again.status).toBe(200)
    await again.body?.cancel()
  })

  it('refuses an event id that is none', async () => {
    const headers = { 'last-event-id': 'x' }
    await expectProblem(await service.send(EVENTS, { cookie, headers }), 'invalid-input')
  })
})

describe('following changes', () => {
  function stream() {
    const written: string[] = []
    const events: object[] = []
    return {
      written,
      events,
      aborted: false,
      onAbort: () => undefined,
      write: async (text: string) => void written.push(text),
      writeSSE: async (event: { data: string | Promise<string> }) => {
        events.push(event)
        written.push(await event.data)
      },
    }
  }

  it('sends a heartbeat that a page can hear but not resume from, and ends with the session', async () => {
    const to = stream()
    const answers = [true, true, false]
    await followChanges(service.context, {
      programme: 'alpha',
      since: (await service.context.store.readProgramme('alpha')).seq,
      stillAllowed: () => Promise.resolve(answers.shift() ?? false),
      stream: to as never,
      heartbeatMs: 5,
    })
    const { seq } = await service.context.store.readProgramme('alpha')
    expect(to.written).toEqual([': connected\n\n', String(seq), 'still here', 'still here'])
    expect(to.events.at(-1)).toEqual({ event: 'beat', data: 'still here' })
  })

  it('ends with the session also where something happens all the time', async () => {
    const ringing = new AbortController()
    const changes: typeof service.context.changes = {
      ...service.context.changes,
      subscribe: (_programme, ring) => {
        const timer = setInterval(ring, 1)
        ringing.signal.addEventListener('abort', () => clearInterval(timer))
        return () => ringing.abort()
      },
    }
    const to = stream()
    await followChanges(
      { ...service.context, changes },
      {
        programme: 'alpha',
        since: (await service.context.store.readProgramme('alpha')).seq,
        stillAllowed: () => Promise.resolve(false),
        stream: to as never,
        heartbeatMs: 50,
      },
    )
    expect(ringing.signal.aborted).toBe(true)
    expect(to.written).not.toContain('still here')
  })

  it('ends when the service stops', async () => {
    const stopping = new AbortController()
    const following = followChanges(
      { ...service.context, stopping: stopping.signal },
      {
        programme: 'alpha',
        since: (await service.context.store.readProgramme('alpha')).seq,
        stillAllowed: () => Promise.resolve(true),
        stream: stream() as never,
      },
    )
    stopping.abort()
    await expect(following).resolves.toBeUndefined()
  })
})
