/** An answer of the service, read to its end. */
export interface ApiAnswer {
  status: number
  headers: Headers
  text: string
  /** The parsed body; throws when it is not JSON. */
  json<Body>(): Body
}

export interface ApiRequest {
  method?: string
  json?: unknown
  headers?: Record<string, string>
  /** Milliseconds after which the request counts as unanswered. */
  within?: number
}

/** Sends requests in the name of one person. */
export interface ApiClient {
  /** The answer, or null when there was none. */
  send(path: string, request?: ApiRequest): Promise<ApiAnswer | null>
  /** The answer; throws the error of the connection when there was none. */
  request(path: string, request?: ApiRequest): Promise<ApiAnswer>
  /** The answer with its body still to come, as of a live stream. */
  open(path: string): Promise<Response>
}

const ANSWERED_WITHIN_MS = 20_000

/** Signs in as a demonstration person. `address` is asked for anew for every request. */
export async function signIn(address: () => string, person: string): Promise<ApiClient> {
  const answer = await fetch(`${address()}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  })
  if (answer.status !== 200) throw new Error(`${person} could not sign in: ${answer.status}`)
  return clientWith(answer.headers.getSetCookie(), address)
}

/** A client of a session that began elsewhere, by the cookies it set. */
export function clientWith(setCookies: readonly string[], address: () => string): ApiClient {
  const cookie = setCookies.map((each) => each.split(';')[0]).join('; ')

  async function request(
    path: string,
    { method, json, headers, within = ANSWERED_WITHIN_MS }: ApiRequest = {},
  ): Promise<ApiAnswer> {
    const answer = await fetch(`${address()}${path}`, {
      method: method ?? (json === undefined ? 'GET' : 'POST'),
      headers: { cookie, ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(within),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: <Body>() => JSON.parse(text) as Body,
    }
  }

  return {
    request,
    send: (path, options) => request(path, options).catch(() => null),
    open: (path) => fetch(`${address()}${path}`, { headers: { cookie } }),
  }
}
