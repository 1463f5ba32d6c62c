import type { ChangeEvent, Problem, ProblemCode } from '@workplan/domain'
import { vi } from 'vitest'
import { FakeEventSource } from './fake-event-source.ts'

/** A request as the service would have seen it. */
export interface FakeRequest {
  method: string
  /** Path and query, as in `/api/programmes/bnssg/flags?severity=high`. */
  url: URL
  headers: Headers
  /** The JSON body; null when there is none. */
  body: unknown
}

/** A body to answer with status 200, a whole response, or a function of the request that gives either. */
export type Answer = object | ((request: FakeRequest) => object | Promise<object>)

export interface FakeService {
  /** Every request so far, the latest last. */
  requests: FakeRequest[]
  /** The requests of one `method path`, the latest last. */
  seen(route: string): FakeRequest[]
  /** From now on answers `method path` (without query) so. */
  on(route: string, answer: Answer): void
  /** Tells every open page of a change. */
  publish(change: ChangeEvent): void
  /** The streams that pages have opened, the latest last, to be opened and broken by hand. */
  streams: FakeEventSource[]
}

/**
 * Stands in for the service at the network: `fetch` and the stream of changes are replaced until the test ends.
 * `answers` are by `GET /api/session`; what has no answer is 404 `not-found`.
 */
export function fakeService(answers: Record<string, Answer>): FakeService {
  const routes = new Map(Object.entries(answers))
  const requests: FakeRequest[] = []
  const streams: FakeEventSource[] = []

  async function answer(address: string, init?: RequestInit): Promise<Response> {
    const request = await readRequest(new Request(new URL(address, location.href), init))
    requests.push(request)
    const found = routes.get(`${request.method} ${request.url.pathname}`)
    if (!found) return problem(404, 'not-found', `Nothing answers ${request.method} ${request.url.pathname}.`)
    const body = typeof found === 'function' ? await found(request) : found
    return body instanceof Response ? body.clone() : Response.json(body)
  }

  class Stream extends FakeEventSource {
    constructor(url: string) {
      super(url)
      streams.push(this)
    }
  }

  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('EventSource', Stream)
  return {
    requests,
    streams,
    seen: (route) => requests.filter(({ method, url }) => `${method} ${url.pathname}` === route),
    on: (route, reply) => void routes.set(route, reply),
    publish: (change) =>
      streams.filter((stream) => !stream.closed).forEach((stream) => stream.change(change)),
  }
}

/** A refusal as the service words it. */
export function problem(
  status: number,
  code: ProblemCode,
  detail: string,
  more: Pick<Problem, 'errors' | 'current' | 'changed'> = {},
): Response {
  const body: Problem = { type: 'about:blank', title: detail, status, code, detail, ...more }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

/** No answer at all, as when the network is down. */
export function noNetwork(): never {
  throw new TypeError('Failed to fetch')
}

async function readRequest(request: Request): Promise<FakeRequest> {
  const text = await request.text()
  return {
    method: request.method,
    url: new URL(request.url),
    headers: request.headers,
    body: text === '' ? null : JSON.parse(text),
  }
}
