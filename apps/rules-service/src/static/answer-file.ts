import type { Context } from 'hono'
import type { AppEnv } from '../http/environment.ts'
import type { StaticFile } from './static-files.ts'

export type Caching = 'for-good' | 'ask-again'

const CACHE_CONTROL: Record<Caching, string> = {
  'for-good': 'public, max-age=31536000, immutable',
  'ask-again': 'no-cache',
}

/** Answers a file in the smallest form the browser takes, or that it has not changed. */
export function answerFile(c: Context<AppEnv>, file: StaticFile, caching: Caching): Response {
  const headers = { 'cache-control': CACHE_CONTROL[caching], etag: file.etag, vary: 'accept-encoding' }
  if (c.req.header('if-none-match')?.includes(file.etag)) return c.body(null, 304, headers)
  const { content, encoding } = smallest(file, c.req.header('accept-encoding') ?? '')
  return c.body(new Uint8Array(content), 200, {
    ...headers,
    'content-type': file.type,
    'content-length': String(content.length),
    ...(encoding && { 'content-encoding': encoding }),
  })
}

function smallest({ content }: StaticFile, accepted: string): { content: Buffer; encoding: string | null } {
  const takes = (encoding: string) =>
    accepted.split(',').some((part) => {
      const [name, quality] = part.split(';').map((text) => text.trim())
      return name === encoding && !/^q=0(\.0*)?$/.test(quality ?? '')
    })
  if (content.br && takes('br')) return { content: content.br, encoding: 'br' }
  if (content.gzip && takes('gzip')) return { content: content.gzip, encoding: 'gzip' }
  return { content: content.identity, encoding: null }
}
