import { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Connections are still taken for so long at least, also after a proxy was told that the service is not ready any more. */
const STILL_TAKEN_MS = 500
/** A proxy that asked whether the service is ready is expected to ask again for so long. */
const ASKS_AGAIN_MS = 10_000
/** For so long it is waited for. */
const TOLD_WITHIN_MS = 4_000
/** Requests still under way after this long are cut off: what comes after them must be over within ten seconds, too. */
const GRACE_MS = 7_500
const LOOK_EVERY_MS = 50
/** A connection that has said nothing for so long has nothing to say. */
const SILENT_MS = 1_000
/** Neither a connection nor a request for so long, and none under way, means that nobody sends any more. */
const QUIET_MS = 100
/** Those who send on whatever the service says do not keep it from stopping. */
const QUIET_WITHIN_MS = 2_000
/** What a proxy asks. */
const READINESS = '/readyz'

/**
 * Prepares a server to be closed without cutting anybody off; call before it has its first connection. The answer
 * closes it: it takes connections a while longer, each for one more answer, then none, and waits for what is under way.
 */
export function closesGently(server: Server): () => Promise<void> {
  const silent = new Map<Socket, number>()
  const underWay = new Set<ServerResponse>()
  let closing = false
  let lastHeard = -Infinity
  let lastAsked = -Infinity
  /** When a proxy was first told that the service is not ready any more. */
  let toldAt: number | null = null
  server.on('connection', (socket) => {
    lastHeard = performance.now()
    silent.set(socket, performance.now())
    socket.once('data', () => silent.delete(socket))
    socket.once('close', () => silent.delete(socket))
  })
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    lastHeard = performance.now()
    if (closing) response.shouldKeepAlive = false
    underWay.add(response)
    response.once('close', () => {
      lastHeard = performance.now()
      underWay.delete(response)
    })
    if (request.url !== READINESS) return
    lastAsked = lastHeard
    if (closing) response.once('finish', () => (toldAt ??= performance.now()))
  })

  function closeUnused(): void {
    server.closeIdleConnections()
    const since = performance.now() - SILENT_MS
    for (const [socket, connected] of silent) if (connected < since) socket.destroy()
  }

  /** Connections that wait to be taken when the server stops listening are cut off by the system. */
  async function nobodySends(): Promise<void> {
    const begun = performance.now()
    const isProxyThere = lastAsked > begun - ASKS_AGAIN_MS
    for (let now = begun; ; now = performance.now()) {
      const isTold = toldAt === null ? !isProxyThere : now - toldAt > STILL_TAKEN_MS
      const isQuiet = underWay.size === 0 && now - lastHeard > QUIET_MS
      if (isTold && isQuiet && now - begun > STILL_TAKEN_MS) return
      const longest = toldAt === null && isProxyThere ? TOLD_WITHIN_MS : QUIET_WITHIN_MS
      if (now - (toldAt ?? begun) > longest) return
      await sleep(QUIET_MS / 4)
    }
  }

  return async () => {
    closing = true
    const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    for (const response of underWay) response.shouldKeepAlive = false
    await nobodySends()
    const look = setInterval(closeUnused, LOOK_EVERY_MS)
    await new Promise((resolve) => server.close(resolve))
    clearInterval(look)
    clearTimeout(cutOff)
  }
}
