import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sha256 } from '../store/canonical-json.ts'

export interface StaticFile {
  type: string
  etag: string
  /** The content by encoding; types that do not shrink have `identity` alone. */
  content: { identity: Buffer; br?: Buffer; gzip?: Buffer }
}

interface KeptFile {
  mtimeMs: number
  size: number
  file: StaticFile
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const SHRINKS = /^(text\/|image\/svg|application\/(json|manifest))/
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const kept = new Map<string, KeptFile>()

/** True when a file of this name is one we serve. */
export function isStaticName(path: string): boolean {
  return extname(path) in TYPES
}

/**
 * A file of a folder by its path as it stands in the address; null when there is none. Only plain names count:
 * nothing encoded, hidden, doubled or pointing upwards leads anywhere. Compressed once, then kept until it changes.
 */
export async function readStaticFile(folder: string, path: string): Promise<StaticFile | null> {
  const segments = path.split('/')
  if (!segments.every((segment) => SEGMENT.test(segment) && !segment.includes('..'))) return null
  const type = TYPES[extname(path)]
  if (type === undefined) return null
  const place = join(folder, ...segments)
  const found = await stat(place).catch(() => null)
  if (!found?.isFile()) return null
  const known = kept.get(place)
  if (known && known.mtimeMs === found.mtimeMs && known.size === found.size) return known.file
  const identity = await readFile(place)
  const file = {
    type,
    etag: `"${sha256(identity.toString('base64')).slice(0, 20)}"`,
    content: await compress(identity, type),
  }
  kept.set(place, { mtimeMs: found.mtimeMs, size: found.size, file })
  return file
}

async function compress(identity: Buffer, type: string): Promise<StaticFile['content']> {
  if (!SHRINKS.test(type) || identity.length < 1024) return { identity }
  const [br, zipped] = await Promise.all([
    brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    zip(identity, { level: 9 }),
  ])
  return { identity, br, gzip: zipped }
}
