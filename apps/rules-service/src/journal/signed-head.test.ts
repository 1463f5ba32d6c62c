import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readSignedLines, signedLine } from './signed-head.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const head = { programme: 'alpha', seq: 7, hash: 'a'.repeat(64), at: '2023-03-13T09:00:00.000Z' }
const line = signedLine(head, privateKey)

describe('a signed head', () => {
  it('is read back as it was', () => {
    const later = { ...head, seq: 9 }
    expect(readSignedLines(line + signedLine(later, privateKey), publicKey)).toEqual({
      heads: [head, later],
      security: [],
      unreadable: 0,
      forged: 0,
    })
  })

  it('of sign-ins and roles is not that of a programme', () => {
    const ofSecurity = { ...head, programme: '@security' }
    const { heads, security } = readSignedLines(line + signedLine(ofSecurity, privateKey), publicKey)
    expect({ heads, security }).toEqual({ heads: [head], security: [ofSecurity] })
  })

  it.each([
    ['another sequence number', line.replace('"seq":7', '"seq":6')],
    ['another programme', line.replace('alpha', 'gamma')],
    ['another hash', line.replace('aaaa', 'bbbb')],
    ['another time', line.replace('09:00', '10:00')],
    ['the signature of another key', signedLine(head, generateKeyPairSync('ed25519').privateKey)],
  ])('is forged with %s', (_name, text) => {
    expect(readSignedLines(text, publicKey)).toEqual({ heads: [], security: [], unreadable: 0, forged: 1 })
  })

  it('that was cut off is counted and leaves the others readable', () => {
    expect(readSignedLines(`${line.slice(0, 40)}\n${line}`, publicKey)).toEqual({
      heads: [head],
      security: [],
      unreadable: 1,
      forged: 0,
    })
  })
})
