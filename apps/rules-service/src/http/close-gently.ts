import { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Connections are still taken for so long at least: time for a proxy to see that the service is not ready any more. */
const STILL_TAKEN_MS = 500
/** Requests still under way after this long are cut off: what comes after them must be over within ten seconds, too. */
const GRACE_MS = 7_500
const LOOK_EVERY_MS = 50
/** A connection that has said nothing for so long has nothing to say. */
const SILENT_MS = 1_000
/** Neither a connection nor a request for so long means that nobody sends any more. */
const QUIET_MS = 100
/** Those who send on whatever the service says do not keep it from stopping. */
const QUIET_WITHIN_MS = 2_000

/**
 * Prepares a server to be closed without cutting anybody off; call before it has its first connection. The answer
 * closes it: it takes connections a while longer, each for one more answer, then none, and waits for what is under way.
 */
export function closesGently(server: Server): () => Promise<void> {
  const silent = new Map<Socket, number>()
  const underWay = new Set<ServerResponse>()
  let closing = false
  let lastHeard = 0
  server.on('connection', (socket) => {
    lastHeard = performance.now()
    silent.set(socket, performance.now())
    socket.once('data', () => silent.delete(socket))
    socket.once('close', () => silent.delete(socket))
  })
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    lastHeard = performance.now()
    if (closing) response.shouldKeepAlive = false
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
  })

  function closeUnused(): void {
    server.closeIdleConnections()
    const since = performance.now() - SILENT_MS
    for (const [socket, connected] of silent) if (connected < since) socket.destroy()
  }

  /** Connections that wait to be taken when the server stops listening are cut off by the system. */
  async function nobodySends(): Promise<void> {
    const until = performance.now() + QUIET_WITHIN_MS
    while (lastHeard > performance.now() - QUIET_MS && performance.now() < until) await sleep(QUIET_MS / 4)
  }

  return async () => {
    closing = true
    const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    for (const response of underWay) response.shouldKeepAlive = false
    await sleep(STILL_TAKEN_MS)
    await nobodySends()
    const look = setInterval(closeUnused, LOOK_EVERY_MS)
    await new Promise((resolve) => server.close(resolve))
    clearInterval(look)
    clearTimeout(cutOff)
  }
}
