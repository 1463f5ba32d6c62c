import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { BlockList, isIP } from 'node:net'
import type { AppEnv } from './environment.ts'

/** True for the addresses of proxies whose word on whom they speak for is taken. */
export type IsTrusted = (address: string) => boolean

/** Reads addresses and networks, as `10.0.0.4` and `172.16.0.0/12`; throws on what is neither. */
export function trustedProxies(list: readonly string[]): IsTrusted {
  const known = new BlockList()
  for (const entry of list) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) throw new Error(`${entry} is no address`)
    known.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  return (address) => known.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Where a request comes from: the connection, or what the trusted proxies in front of us say. Each adds the address it
 * was called from at the end, so the last one that is no trusted proxy counts; what a visitor wrote before it does not.
 */
export function clientAddress(
  connection: string,
  forwarded: string | undefined,
  isTrusted: IsTrusted,
): string {
  const chain = [...(forwarded ?? '').split(',').map((part) => part.trim()), connection].map(plainAddress)
  let nearest = plainAddress(connection)
  for (const address of chain.toReversed()) {
    if (isIP(address) === 0) return nearest
    nearest = address
    if (!isTrusted(address)) return nearest
  }
  return nearest
}

/** The address of the connection of a request; a request that came over none is one of our own. */
export function connectionAddress(c: Context<AppEnv>): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.socket.remoteAddress ?? '127.0.0.1'
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
