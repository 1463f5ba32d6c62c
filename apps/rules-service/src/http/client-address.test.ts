import { describe, expect, it } from 'vitest'
import { clientAddress, trustedProxies } from './client-address.ts'

const isTrusted = trustedProxies(['10.0.0.0/8', '192.0.2.7', 'fd00::/8'])

describe('where a request comes from', () => {
  it.each([
    ['the connection', '198.51.100.1', undefined, '198.51.100.1'],
    ['the connection, whatever a visitor writes', '198.51.100.1', '203.0.113.9', '198.51.100.1'],
    ['what a trusted proxy adds', '10.0.0.4', '203.0.113.9', '203.0.113.9'],
    ['what it adds and not what was there', '10.0.0.4', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    [
      'what the first of several trusted ones adds',
      '10.0.0.4',
      '1.1.1.1, 203.0.113.9, 192.0.2.7',
      '203.0.113.9',
    ],
    ['a trusted one itself, if there is nobody before it', '10.0.0.4', undefined, '10.0.0.4'],
    ['a trusted one itself, if what it says is no address', '10.0.0.4', 'unknown', '10.0.0.4'],
    ['an address of version 4 within version 6', '::ffff:10.0.0.4', '::ffff:203.0.113.9', '203.0.113.9'],
    ['an address of version 6', 'fd00::1', '2001:db8::1', '2001:db8::1'],
  ])('is %s', (_what, connection, forwarded, expected) => {
    expect(clientAddress(connection, forwarded, isTrusted)).toBe(expected)
  })

  it('is the connection where no proxy is trusted', () => {
    expect(clientAddress('10.0.0.4', '203.0.113.9', trustedProxies([]))).toBe('10.0.0.4')
  })

  it.each(['proxy', '10.0.0.0/99', '10.0.0/8'])('cannot be read from %s', (entry) => {
    expect(() => trustedProxies([entry])).toThrow()
  })
})
