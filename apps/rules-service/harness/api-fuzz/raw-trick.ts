import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pick, type Random } from './sample-value.ts'

const HOST = 'Host: localhost\r\n'
const POST = `POST /api/programmes/bnssg/tasks HTTP/1.1\r\n${HOST}Content-Type: application/json\r\n`
const GET = `GET /api/programmes HTTP/1.1\r\n${HOST}`

/** Bytes that are not HTTP as it should be, by what is wrong with them; `|` is a pause while they are sent. */
const TRICKS: Readonly<Record<string, string>> = {
  'half a request line': 'GET /api/prog',
  'half the headers': `${GET}X-Half: `,
  'no HTTP': 'hello\r\n\r\n',
  TLS: '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n',
  'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'HTTP/0.9': 'GET /\r\n\r\n',
  'HTTP/9.9': `GET / HTTP/9.9\r\n${HOST}\r\n`,
  'HTTP/1.0 without a host': 'GET /livez HTTP/1.0\r\n\r\n',
  'no host': 'GET /livez HTTP/1.1\r\n\r\n',
  'an empty host': 'GET /livez HTTP/1.1\r\nHost:\r\n\r\n',
  'two hosts': `GET /api/programmes HTTP/1.1\r\n${HOST}Host: evil.example\r\n\r\n`,
  'a host that is none': 'GET /api/programmes HTTP/1.1\r\nHost: a b\r\n\r\n',
  'a host with a path': 'GET /api/programmes HTTP/1.1\r\nHost: localhost/x?y\r\n\r\n',
  'an address of elsewhere': 'GET http://evil.example/api/programmes HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  'an address that is none': `GET api HTTP/1.1\r\n${HOST}\r\n`,
  'a backslash': `GET /api\\programmes HTTP/1.1\r\n${HOST}\r\n`,
  'a star': `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`,
  'a tunnel': `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`,
  'an upgrade': `${GET}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n`,
  'an expectation': `${GET}Expect: miracles\r\n\r\n`,
  'a header without a colon': `${GET}Nothing\r\n\r\n`,
  'a folded header': `${GET}X: a\r\n b\r\n\r\n`,
  'a space before the colon': `${GET}X : a\r\n\r\n`,
  'NUL in a header': `${GET}X: a\u0000b\r\n\r\n`,
  'a lone carriage return': `${GET}X: a\rY: b\r\n\r\n`,
  'line feeds alone': 'GET /api/programmes HTTP/1.1\nHost: localhost\n\n',
  'a long address': `GET /${'x'.repeat(30_000)} HTTP/1.1\r\n${HOST}\r\n`,
  'many headers': `${GET}${'X: y\r\n'.repeat(3_000)}\r\n`,
  'two lengths': `${POST}Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}{}{}`,
  'the same length twice': `${POST}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`,
  'two lengths in one': `${POST}Content-Length: 2, 5\r\n\r\n{}{}{}`,
  'a negative length': `${POST}Content-Length: -1\r\n\r\n{}`,
  'a length of words': `${POST}Content-Length: two\r\n\r\n{}`,
  'a length beyond numbers': `${POST}Content-Length: 99999999999999999999999\r\n\r\n{}`,
  'a length over the limit': `${POST}Content-Length: 900000000\r\n\r\n{}`,
  'a length and chunks': `${POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`,
  'an unknown coding': `${POST}Transfer-Encoding: gzip\r\n\r\n{}`,
  'chunked twice': `${POST}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n`,
  'a broken chunk': `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  'a chunk beyond numbers': `${POST}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}`,
  'an extended chunk': `${POST}Transfer-Encoding: chunked\r\n\r\n2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
  'a chunk that ends too soon': `${POST}Transfer-Encoding: chunked\r\n\r\nff\r\n{}`,
  'a body that ends too soon': `${POST}Content-Length: 200\r\n\r\n{`,
  'a slow body': `${POST}Content-Length: 6\r\n\r\n{|"a|"}`,
  'slow headers': `GET /api|/programmes HT|TP/1.1\r\nHo|st: localhost\r\n\r\n`,
  'a second request in the body': `${POST}Content-Length: 2\r\n\r\n{}${POST}Content-Length: 2\r\n\r\n{}`,
  'a body that was not announced': `${POST}\r\n{"a":1}`,
}

export interface RawAnswer {
  trick: string
  /** What came back before the connection ended, or was given up because more was awaited. */
  text: string
  milliseconds: number
}

const PAUSE_MS = 50
/** So long is an answer waited for where the server itself waits for the rest. */
const GIVEN_UP_MS = 1_000

/** Sends one of the tricks over a connection of its own. */
export async function rawTrick(port: number, random: Random): Promise<RawAnswer> {
  const [trick, bytes] = pick(random, Object.entries(TRICKS))
  const socket = connect(port, '127.0.0.1')
  let text = ''
  let answered = 0
  const begun = performance.now()
  const closed = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      answered = performance.now()
    })
    socket.once('close', () => resolve())
    // A connection that is reset is a refusal, too.
    socket.on('error', () => undefined)
  })
  for (const [place, part] of bytes.split('|').entries()) {
    if (place > 0) await sleep(PAUSE_MS)
    socket.write(Buffer.from(part, 'latin1'))
  }
  await Promise.race([closed, sleep(text === '' ? GIVEN_UP_MS : PAUSE_MS)])
  socket.destroy()
  await closed
  return { trick, text, milliseconds: answered === 0 ? 0 : answered - begun }
}
