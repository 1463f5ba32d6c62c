import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What goes wrong between the service and its database. */
export type Fault = 'slow' | 'reset' | 'half-open' | 'refused'

/** A proxy on loopback that passes everything on, until it is told what goes wrong. */
export interface FaultProxy {
  port: number
  begin(fault: Fault): Promise<void>
  /** Everything new works again; connections that were dead stay dead. */
  end(): Promise<void>
  close(): Promise<void>
}

const SLOW_MS = 5_000

export async function startFaultProxy(target: { host: string; port: number }): Promise<FaultProxy> {
  const connections = new Set<Socket>()
  let fault: Fault | null = null
  let server = await listen(0)
  const { port } = server.address() as { port: number }

  function listen(at: number): Promise<Server> {
    return new Promise((resolve, reject) => {
      const listening = createServer({ allowHalfOpen: false }, passOn)
      listening.once('error', reject)
      listening.listen(at, '127.0.0.1', () => resolve(listening))
    })
  }

  function passOn(client: Socket): void {
    const upstream = connect(target.port, target.host)
    const drop = () => {
      client.destroy()
      upstream.destroy()
    }
    // Whatever was on its way when the line went dead is lost, and so is all that follows.
    let dead = false
    const isDead = () => (dead ||= fault === 'half-open')
    for (const socket of [client, upstream]) {
      connections.add(socket)
      socket.setNoDelay(true)
      socket.on('error', drop)
      socket.on('close', () => {
        connections.delete(socket)
        if (!isDead()) drop()
      })
    }
    async function forward(before: Promise<void>, chunk: Buffer, slow: boolean): Promise<void> {
      await before
      if (isDead()) return
      if (slow) await sleep(SLOW_MS, undefined, { ref: false })
      if (!upstream.destroyed) upstream.write(chunk)
      if (fault !== 'reset') return
      client.resetAndDestroy()
      upstream.destroy()
    }
    let order = Promise.resolve()
    client.on('data', (chunk: Buffer) => {
      order = forward(order, chunk, fault === 'slow')
    })
    upstream.on('data', (chunk: Buffer) => {
      if (!isDead() && !client.destroyed) client.write(chunk)
    })
  }

  async function dropAll(): Promise<void> {
    for (const socket of connections) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }

  return {
    port,
    async begin(next) {
      fault = next
      if (next === 'refused') await dropAll()
    },
    async end() {
      if (fault === 'refused') server = await listen(port)
      fault = null
    },
    close: dropAll,
  }
}
