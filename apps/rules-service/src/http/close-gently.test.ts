import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closesGently } from './close-gently.ts'

let server: Server
let close: () => Promise<void>
let address: string

beforeEach(async () => {
  server = createServer((request, response) => {
    setTimeout(() => response.end(request.url), request.url === '/slow' ? 300 : 0)
  })
  close = closesGently(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => server.closeAllConnections())

const ask = async (path: string) => (await fetch(`${address}${path}`)).text()

describe('a server that closes gently', () => {
  it('takes connections until a proxy that asks now and then was told that it is not ready', async () => {
    await ask('/readyz')
    const closed = close()
    await sleep(1_200)
    expect(await ask('/other')).toBe('/other')
    expect(await ask('/readyz')).toBe('/readyz')
    expect(await ask('/sent-on')).toBe('/sent-on')
    await closed
    await expect(ask('/other')).rejects.toThrow()
  })

  it('does not take the wait for a slow answer for quiet: who asks one after another is answered', async () => {
    const answers: string[] = []
    const asking = (async () => {
      for (let number = 0; number < 4; number += 1) answers.push(await ask('/slow'))
    })()
    await sleep(50)
    await Promise.all([close(), asking])
    expect(answers).toEqual(['/slow', '/slow', '/slow', '/slow'])
  })

  it('is closed although nobody was told, and although somebody goes on asking', async () => {
    await ask('/readyz')
    const asking = askUntilRefused()
    await close()
    await asking
    expect(server.listening).toBe(false)
  })
})

async function askUntilRefused(): Promise<void> {
  try {
    await ask('/other')
  } catch {
    return
  }
  await askUntilRefused()
}
