import type { ProblemCode } from '@workplan/domain'
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Config } from '../config.ts'
import { problemOf } from '../errors.ts'
import { securityHeadersOf } from './security-headers.ts'

const DETAILS = {
  'malformed-request': 'The request is not HTTP as it should be. Nothing was changed.',
  'headers-too-large': 'The headers of a request may hold 16 kB. Nothing was changed.',
  'request-too-slow': 'The request did not arrive in time. Nothing was changed.',
  internal: 'Look whether your change was saved; if it happens again, quote the request id.',
} as const satisfies Partial<Record<ProblemCode, string>>

type BrokenCode = keyof typeof DETAILS

/** The answer to a request of which no sense can be made, as the service answers everything else. */
export function answerBroken(config: Pick<Config, 'publicUrl'>, code: BrokenCode): Response {
  const requestId = crypto.randomUUID()
  const problem = problemOf(code, DETAILS[code], requestId)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...securityHeadersOf(config),
      'cache-control': 'no-store',
      'content-type': 'application/problem+json; charset=utf-8',
      'x-request-id': requestId,
      connection: 'close',
    },
  })
}

/** Lets a server answer what it cannot read as the service answers everything else, and then hang up. */
export function answersBrokenRequests(server: Server, config: Pick<Config, 'publicUrl'>): void {
  const underWay = new WeakMap<Socket, ServerResponse>()
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    underWay.set(request.socket, response)
    response.once('close', () => underWay.delete(request.socket))
  })
  // What a client expects beside the answer is its own affair: the request is answered all the same.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket
    // Nobody reads an answer any more, or half of one is written already.
    if (!socket.writable || error.code === 'ECONNRESET' || underWay.get(socket)?.headersSent) {
      socket.destroy()
      return
    }
    void writeAnswer(socket, answerBroken(config, codeOf(error)))
  })
}

async function writeAnswer(socket: Socket, answer: Response): Promise<void> {
  const body = await answer.text()
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    ...[...answer.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

function codeOf({ code }: NodeJS.ErrnoException): BrokenCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-too-slow' : 'malformed-request'
}
