import { WORD_TEMPLATE_MOST_BYTES } from '@workplan/domain'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../errors.ts'
import type { AppEnv } from './environment.ts'
import { SAFE_METHODS } from './same-origin.ts'

/** Most bytes a request's body may have. */
export const BODY_LIMIT = 256 * 1024

/** A template of Word documents comes whole, in base64. */
const TEMPLATE_LIMIT = Math.ceil((WORD_TEMPLATE_MOST_BYTES * 4) / 3) + 4096
const TAKES_TEMPLATE = /^\/api\/programmes\/[^/]+\/word-template$/

const JSON_TYPE = /^application\/json\s*(;|$)/i

/** Refuses bodies over the limit, however they are sent. */
export const limitBody: MiddlewareHandler<AppEnv> = (c, next) =>
  (TAKES_TEMPLATE.test(c.req.path) ? limitTemplate : limitOther)(c, next)

const limitOther = limitOf(BODY_LIMIT, 'A request may hold 256 kB. Nothing was changed.')
const limitTemplate = limitOf(
  TEMPLATE_LIMIT,
  'A template may have 300 kB. In Word make its pictures smaller, and choose it again. Nothing was changed.',
)

function limitOf(maxSize: number, words: string): MiddlewareHandler<AppEnv> {
  const onError = () => {
    throw new AppError('body-too-large', words)
  }
  const countBytes = bodyLimit({ maxSize, onError })
  return (c, next) => {
    const length = statedLength(c.req.raw)
    // Looking at the body to count it makes a stream of it, which takes longer to read than what was sent in one piece.
    if (length === null) return countBytes(c, next)
    return length > maxSize ? onError() : next()
  }
}

/** The bytes of a body, where the request says them and the server holds it to them; null where they must be counted. */
function statedLength({ method, headers }: Request): number | null {
  if (method === 'GET' || method === 'HEAD') return 0
  const length = headers.get('content-length')
  return length === null || headers.has('transfer-encoding') ? null : Number.parseInt(length, 10)
}

/** Refuses a body that is not JSON, cannot be read, or holds text that cannot be stored. */
export const requireJsonBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (SAFE_METHODS.has(c.req.method)) return next()
  const text = await c.req.text()
  // A change without a body may say no type, but not that of a form.
  const isJson = JSON_TYPE.test(c.req.header('content-type') ?? (text === '' ? 'application/json' : ''))
  if (!isJson) throw new AppError('unsupported-media-type', 'Send the body as application/json.')
  if (text !== '') refuseUnstorableText(parse(text))
  await next()
}

/** Refuses an address with a NUL character, which no text of ours holds. */
export const requireCleanAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (/%00|\0/.test(c.req.url))
    throw new AppError('invalid-input', 'The address holds a character that cannot be used.', {
      errors: [{ path: 'url', message: 'must not hold NUL characters' }],
    })
  await next()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new AppError('malformed-json', 'The body could not be read as JSON. Nothing was changed.')
  }
}

/** Walks without recursion: a deeply nested body must not exhaust the stack. */
function refuseUnstorableText(body: unknown): void {
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: body }]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { path, value } = part
    if (typeof value === 'string') refuseText(value, path)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, child] of Object.entries(value)) {
      refuseText(key, path)
      waiting.push({ path: path === '' ? key : `${path}.${key}`, value: child })
    }
  }
}

function refuseText(text: string, path: string): void {
  if (text.isWellFormed() && !text.includes('\0')) return
  throw new AppError(
    'invalid-input',
    'The text holds characters that cannot be stored. Nothing was changed.',
    {
      errors: [{ path, message: 'must not hold NUL characters or broken symbols' }],
    },
  )
}
