import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { closesGently } from './http/close-gently.ts'
import { openContext } from './open-context.ts'

export interface RunningService {
  /** The address it listens on. */
  address: string
  /** Finishes what is under way, then lets go of everything. Safe to call twice. */
  stop(): Promise<void>
}

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
  const closeServer = closesGently(server)
  let stopped: Promise<void> | undefined
  return {
    address: config.publicUrl ?? `http://${hostInAddress(config.host)}:${port}`,
    stop: () =>
      (stopped ??= (async () => {
        opened.stop()
        await closeServer()
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

function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
