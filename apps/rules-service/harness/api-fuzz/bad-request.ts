import { wholeNumber } from '../../src/testing/seeded-random.ts'
import { pick, type Random, sampleValue, type Schema } from './sample-value.ts'

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
}

/** An operation of the API, as its description has it. */
export interface Operation {
  method: string
  path: string
  parameters: readonly Parameter[]
  body: Schema | null
}

/** A request in which something is wrong. */
export interface BadRequest {
  /** What is wrong, to find it again by. */
  wrong: string
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | null
  /** True when it is sent by somebody who is signed in. */
  signedIn: boolean
}

interface Known {
  components: Record<string, Schema>
  /** Ids that there are, by the part of a path before `{id}`. */
  ids: Readonly<Record<string, readonly string[]>>
}

const BAD_TEXTS = [
  ...['%00', '%ff', '%ed%a0%80', '%c0%af', '%', '%zz', '..%2f..%2fetc', '%5c', '%0d%0aX:%20y', '%u0000'],
  ...["'%20or%201=1--", '$%7Bx%7D', '__proto__', 'constructor', 'NaN', '-1', '0', '1e400', '9'.repeat(400)],
  ...[
    'x'.repeat(7_000),
    '%F0%9F%98%80',
    '%E2%80%AE',
    'null',
    'undefined',
    '[]',
    '{}',
    '2023-02-30',
    '99999-01-01',
  ],
  ...[
    '0000-00-00',
    '2023-03-13T99:99:99Z',
    '+275760-09-13',
    'true',
    '-0',
    '0x10',
    '1.5',
    '%20',
    '%09',
    '~',
    '~~',
  ],
]

const BAD_VALUES: readonly string[] = [
  ...['null', '[]', '{}', '"x"', '0', '-1', '1e400', '-1e400', '1e-400', '9007199254740993', 'true', '0.1'],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00x"',
    `"${'x'.repeat(20_000)}"`,
    '[[[[[[[[[[]]]]]]]]]]',
    '{"__proto__":{}}',
  ],
  ...['{"constructor":{"prototype":{}}}', '"2023-02-30"', '"0000-00-00"', '"\\u202e"', '9'.repeat(500)],
]

const BROKEN_BODIES: readonly string[] = [
  ...['{', '}', '[', '"', '{"a":}', "{'a':1}", '{"a":1,}', 'nul', 'NaN', 'Infinity', '\u0000', '{"a":"\t"}'],
  ...['[1,2', '\ufeff{', '{"a":1}{"b":2}', '01', '+1', '.5', '"\\x"', '"\\ud800', '//', '<a/>', 'a=b&c=d'],
  ...['['.repeat(10_000), '{"a":'.repeat(10_000), '['.repeat(100_000), `"${'x'.repeat(300_000)}"`],
]

const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/xml',
  '*/*',
  'json',
]
const METHODS = [
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PUT',
  'PATCH',
  'DELETE',
  'POST',
  'PROPFIND',
  'PURGE',
  'QUERY',
  'SEARCH',
]
const BAD_VERSIONS = ['', '3', '*', '"-1"', '"1e9"', '"99999999999999999999"', 'W/"x"', '"1", "2"', '"1"x']
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** One bad request to an operation: its sound form with one thing made wrong. */
export function badRequest(operation: Operation, known: Known, random: Random): BadRequest {
  const isWrite = !SAFE.has(operation.method)
  const ways = isWrite ? (operation.body ? WITH_BODY : WITHOUT_BODY) : READING
  const [wrong, spoil] = pick(random, ways)
  const sound: BadRequest = {
    wrong,
    method: operation.method,
    // Without a body that is wrong, only an unknown id keeps a write from going through.
    path: filledPath(operation, known, random, isWrite && !operation.body),
    headers: isWrite ? { 'content-type': 'application/json', 'if-match': '"1"' } : {},
    body: operation.body ? soundBody(operation.body, known, random) : null,
    signedIn: random() < 0.9 && !/\/session|sign-out/.test(operation.path),
  }
  return { ...sound, ...spoil(sound, operation, random) }
}

type Spoil = (sound: BadRequest, operation: Operation, random: Random) => Partial<BadRequest>
type Way = readonly [string, Spoil]

const inHeaders: readonly Way[] = [
  ['another site', ({ headers }) => ({ headers: { ...headers, origin: 'https://evil.example' } })],
  ['cross-site', ({ headers }) => ({ headers: { ...headers, 'sec-fetch-site': 'cross-site' } })],
  ['another host', ({ headers }) => ({ headers: { ...headers, host: 'evil.example' } })],
  [
    'a cookie of nobody',
    () => ({ signedIn: false, headers: { cookie: 'workplan.session_token=%00.x; __Host-x=%' } }),
  ],
  ['a long header', ({ headers }) => ({ headers: { ...headers, 'x-long': 'x'.repeat(20_000) } })],
]

const inPath: readonly Way[] = [
  ['an id', ({ path }, _operation, random) => ({ path: spoilSegment(path, random) })],
  ['slashes', ({ path }) => ({ path: `${path.replace('/api/', '/api//')}/` })],
  ['dots', ({ path }) => ({ path: `${path}/../../%2e%2e/x` })],
]

const READING: readonly Way[] = [
  ...inHeaders,
  ...inPath,
  ['a parameter', (sound, operation, random) => ({ path: withBadQuery(sound.path, operation, random) })],
  ['a parameter', (sound, operation, random) => ({ path: withBadQuery(sound.path, operation, random) })],
  ['a method', (_sound, _operation, random) => ({ method: pick(random, METHODS), signedIn: false })],
  ['a body', () => ({ body: Buffer.from('{"a":1}'), headers: { 'content-type': 'text/plain' } })],
]

const WITHOUT_BODY: readonly Way[] = [
  ...inHeaders,
  ...inPath,
  ['nothing there', () => ({})],
  [
    'a version',
    ({ headers }, _operation, random) => ({
      headers: { ...headers, 'if-match': pick(random, BAD_VERSIONS) },
    }),
  ],
  ['a broken body', (_sound, _operation, random) => ({ body: Buffer.from(pick(random, BROKEN_BODIES)) })],
]

const WITH_BODY: readonly Way[] = [
  ...inHeaders,
  ['an id', ({ path }, _operation, random) => ({ path: spoilSegment(path, random) })],
  [
    'a type',
    ({ headers }, _operation, random) => ({ headers: { ...headers, 'content-type': pick(random, TYPES) } }),
  ],
  ['no body', () => ({ body: null })],
  ['a broken body', (_sound, _operation, random) => ({ body: Buffer.from(pick(random, BROKEN_BODIES)) })],
  [
    'bytes',
    (_sound, _operation, random) => ({
      body: Buffer.from(Array.from({ length: 200 }, () => wholeNumber(random, 128, 255))),
    }),
  ],
  ['another value', (_sound, _operation, random) => ({ body: Buffer.from(pick(random, BAD_VALUES)) })],
  [
    'an unknown field',
    ({ body }, _operation, random) => ({
      body: withMember(
        body,
        `"${pick(random, ['zz', 'id', 'programme', 'hash', '__proto__', 'constructor'])}"`,
        '1',
      ),
    }),
  ],
  ['a field', ({ body }, _operation, random) => ({ body: withBadMember(body, random) })],
  ['a field', ({ body }, _operation, random) => ({ body: withBadMember(body, random) })],
  ['a field twice', ({ body }, _operation, random) => ({ body: withTwice(body, random) })],
]

function soundBody(schema: Schema, { components }: Known, random: Random): Buffer {
  return Buffer.from(JSON.stringify(sampleValue(schema, components, random)))
}

function filledPath({ path }: Operation, { ids }: Known, random: Random, unknown: boolean): string {
  const part = /\/(\w+)\/(?:\{kind\}\/)?\{id\}/.exec(path)?.[1] ?? ''
  const found = ids[part] ?? []
  const id = unknown || found.length === 0 ? 'nope.nothing' : pick(random, found)
  return path
    .replace('{programme}', unknown && !path.includes('{id}') ? 'nope' : 'bnssg')
    .replace('{kind}', 'task')
    .replace('{id}', encodeURIComponent(id))
}

function spoilSegment(path: string, random: Random): string {
  const parts = path.split('/')
  parts[wholeNumber(random, Math.min(3, parts.length - 1), parts.length - 1)] = pick(random, BAD_TEXTS)
  return parts.join('/')
}

function withBadQuery(path: string, { parameters }: Operation, random: Random): string {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const name = pick(random, [...names, 'limit', 'cursor', 'asAt', 'zz'])
  const bad = pick(random, BAD_TEXTS)
  return pick(random, [
    `${path}?${name}=${bad}`,
    `${path}?${name}=${bad}&${name}=${bad}`,
    `${path}?${name}`,
    `${path}?${name}[]=${bad}`,
    `${path}?${bad}=1`,
    `${path}?${name}=&`,
  ])
}

/** Text of an object with one more member, whatever the members are. */
function withMember(body: Buffer | null, key: string, value: string): Buffer {
  const text = body?.toString() ?? '{}'
  if (!text.startsWith('{')) return Buffer.from(`{${key}:${value}}`)
  return Buffer.from(`{${key}:${value}${text === '{}' ? '' : ','}${text.slice(1)}`)
}

function withBadMember(body: Buffer | null, random: Random): Buffer {
  const object = JSON.parse(body?.toString() ?? '{}') as Record<string, unknown>
  const names = typeof object === 'object' && object !== null ? Object.keys(object) : []
  if (names.length === 0) return withMember(null, '"zz"', pick(random, BAD_VALUES))
  const name = pick(random, names)
  const text = JSON.stringify({ ...object, [name]: '@bad@', zz: 0 })
  return Buffer.from(text.replace('"@bad@"', () => pick(random, BAD_VALUES)))
}

function withTwice(body: Buffer | null, random: Random): Buffer {
  const object = JSON.parse(body?.toString() ?? '{}') as Record<string, unknown>
  const names = typeof object === 'object' && object !== null ? Object.keys(object) : []
  const key = JSON.stringify(names.length > 0 ? pick(random, names) : 'zz')
  return withMember(withMember(body, key, '1'), '"zz"', '1')
}
