import type { Readable, Writable } from 'node:stream'

/** One message of the DevTools protocol that comes from the browser: the answer to a command, or an event. */
interface Message {
  id?: number
  result?: Record<string, unknown>
  error?: { message: string }
  method?: string
  sessionId?: string
}

export interface DevTools {
  /** Sends a command, to a page where a session is named; answers with its result. Throws what the browser says is wrong. */
  send: (
    method: string,
    params?: Record<string, unknown>,
    session?: string,
  ) => Promise<Record<string, unknown>>
  /** Waits for the next event of this name in a session. */
  next: (method: string, session: string) => Promise<void>
}

/**
 * Speaks the DevTools protocol with a Chromium that was started with `--remote-debugging-pipe`: each message ends with a zero
 * byte. No port is open, so that nobody else can speak with it.
 */
export function devToolsOver(write: Writable, read: Readable): DevTools {
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>()
  const events = new Map<string, PromiseWithResolvers<void>>()
  let last = 0
  let rest = Buffer.alloc(0)

  read.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      take(JSON.parse(rest.subarray(0, end).toString('utf8')) as Message)
      rest = rest.subarray(end + 1)
    }
  })
  // A browser that ends closes its pipes; whoever started it hears that from the process.
  read.on('error', () => undefined)
  write.on('error', () => undefined)

  function take({ id, result, error, method, sessionId }: Message): void {
    if (id === undefined) {
      events.get(eventKey(method ?? '', sessionId ?? ''))?.resolve()
      return
    }
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new Error(`Chromium refused: ${error.message}`))
    else asked?.resolve(result ?? {})
  }

  return {
    send(method, params = {}, session) {
      last += 1
      const asked = Promise.withResolvers<Record<string, unknown>>()
      waiting.set(last, asked)
      const command = { id: last, method, params, ...(session !== undefined && { sessionId: session }) }
      write.write(`${JSON.stringify(command)}\0`)
      return asked.promise
    },
    next(method, session) {
      const awaited = Promise.withResolvers<void>()
      events.set(eventKey(method, session), awaited)
      return awaited.promise
    },
  }
}

function eventKey(method: string, session: string): string {
  return `${session} ${method}`
}
