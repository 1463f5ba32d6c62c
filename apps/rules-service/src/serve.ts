import { getRequestListener, RequestError } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { answerBroken, answersBrokenRequests } from './http/broken-requests.ts'
import { closesGently } from './http/close-gently.ts'
import { keepSendingDigests } from './mail/keep-sending-digests.ts'
import { openContext } from './open-context.ts'
import { judgeAll } from './store/judged-first.ts'

export interface RunningService {
  /** The address it listens on. */
  address: string
  /** Finishes what is under way, then lets go of everything. Safe to call twice. */
  stop(): Promise<void>
}

const SERVER_OPTIONS = {
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  // Answered by the listener, as a problem.
  requireHostHeader: false,
}

/** Opens everything the service needs and listens. `report` is told about steps that take long. */
export async function startService(config: Config, report: (step: string) => void): Promise<RunningService> {
  const opened = await openContext(config, report)
  let server: Server
  try {
    server = await listen(createApp(opened.context).fetch, config)
  } catch (error) {
    await opened.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  const closeServer = closesGently(server)
  const digests = keepSendingDigests(opened.context)
  const { store, stopping, log, documents } = opened.context
  const judging = judgeAll(store, stopping, log).then(() => documents.prepare())
  let stopped: Promise<void> | undefined
  return {
    address: config.publicUrl ?? `http://${hostInAddress(config.host)}:${port}`,
    stop: () =>
      (stopped ??= (async () => {
        opened.stop()
        await Promise.all([closeServer(), digests.stop(), judging])
        await opened.close()
      })()),
  }
}

function listen(fetch: Parameters<typeof getRequestListener>[0], config: Config): Promise<Server> {
  const listener = getRequestListener(fetch, {
    // Errors of ours are answered before they come here: what is left is an address that is none.
    errorHandler: (error) =>
      answerBroken(config, error instanceof RequestError ? 'malformed-request' : 'internal'),
  })
  const server = createServer(SERVER_OPTIONS, (request, response) => void listener(request, response))
  answersBrokenRequests(server, config)
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(config.port, config.host, () => resolve(server))
  })
}

function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
