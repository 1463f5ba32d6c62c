import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openContext } from './open-context.ts'

export interface RunningService {
  /** The address it listens on. */
  address: string
  /** Finishes what is under way, then lets go of everything. Safe to call twice. */
  stop(): Promise<void>
}

/** Requests still under way after this long are cut off. */
const STOP_GRACE_MS = 8_000
const CLOSE_IDLE_EVERY_MS = 50
const REQUEST_TIMEOUT_MS = 30_000
const HEADERS_TIMEOUT_MS = 15_000

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
  let stopped: Promise<void> | undefined
  return {
    address: config.publicUrl ?? `http://${hostInAddress(config.host)}:${port}`,
    stop: () =>
      (stopped ??= (async () => {
        opened.stop()
        await closeServer(server)
        await opened.close()
      })()),
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        port,
        hostname: host,
        serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
      },
      () => resolve(server as Server),
    )
    server.on('error', reject)
  })
}

/** Takes no new connection, closes those that have nothing under way as soon as that is so, and waits for the rest. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const closeIdle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS)
    const cutOff = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS)
    server.close(() => {
      clearInterval(closeIdle)
      clearTimeout(cutOff)
      resolve()
    })
  })
}

function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
