import type { createApp } from '../../src/app.ts'

/** A request as the trials make it. */
export interface Tried {
  method: string
  path: string
  cookie: string | null
  json?: unknown
  ifMatch?: string
}

/** An answer of which everything is known that somebody outside could see. */
export interface Seen {
  status: number
  headers: Headers
  text: string
}

export type Send = (tried: Tried) => Promise<Seen>

/** Sends requests to an app in this process; of a live stream it reads nothing but that it began. */
export function sender(app: ReturnType<typeof createApp>): Send {
  return async ({ method, path, cookie, json, ifMatch }) => {
    const answer = await app.request(path, {
      method,
      headers: {
        ...(cookie !== null && { cookie }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false
    if (isStream) await answer.body?.cancel()
    return { status: answer.status, headers: answer.headers, text: isStream ? '' : await answer.text() }
  }
}
