import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Most bytes, gzipped, that opening an app may fetch before it shows its first page. */
export const firstLoadBudget = { js: 70_000, css: 35_000 }

/** Reads a built file by the path a browser would ask for (`/adult/assets/x.js`); `undefined` where there is none. */
export type ReadBuilt = (urlPath: string) => Buffer | undefined

/** Gzipped bytes of an app's first load, the files they are made of, and files that the page names but nobody built. */
export interface FirstLoad {
  js: number
  css: number
  files: string[]
  missing: string[]
}

/** Follows index.html: its scripts, module preloads, stylesheets, and every static import behind them. */
export function measureFirstLoad(indexHtml: string, indexPath: string, read: ReadBuilt): FirstLoad {
  const load: FirstLoad = { js: 0, css: 0, files: [], missing: [] }
  const queue = linkedFiles(indexHtml).map((href) => posix.resolve(posix.dirname(indexPath), href))
  const seen = new Set<string>()
  for (const path of queue) {
    if (seen.has(path)) continue
    seen.add(path)
    const bytes = read(path)
    if (bytes === undefined) {
      load.missing.push(path)
      continue
    }
    load.files.push(path)
    load[path.endsWith('.css') ? 'css' : 'js'] += gzipSync(bytes).length
    if (path.endsWith('.js')) {
      queue.push(
        ...staticImports(bytes.toString('utf8')).map((from) => posix.resolve(posix.dirname(path), from)),
      )
    }
  }
  return load
}

/** One problem for each way an app's first load breaks the budget. */
export function firstLoadProblems(app: string, load: FirstLoad): string[] {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const over = (['js', 'css'] as const)
    .filter((kind) => load[kind] > firstLoadBudget[kind])
    .map(
      (kind) =>
        `${app}: first load is ${kilobytes(load[kind])} of gzipped ${kind}, the budget is ${kilobytes(firstLoadBudget[kind])}: ` +
        `load what the first page does not need with a dynamic import (${load.files.join(', ')})`,
    )
  const missing = load.missing.map((path) => `${app}: its page asks for ${path}, which no build made`)
  return [...over, ...missing]
}

/** The scripts, preloaded modules and stylesheets that a page names, in order. */
function linkedFiles(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  return tags.flatMap((tag) => {
    const isScript = tag.startsWith('<script')
    if (!isScript && !/\brel="?(?:stylesheet|modulepreload)\b/.test(tag)) return []
    const target = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1]
    return target === undefined ? [] : [target.replace(/[?#].*$/, '')]
  })
}

/** Relative modules that a built module imports before it runs; dynamic imports are left out. */
function staticImports(code: string): string[] {
  const statement =
    /\b(?:import|export)\s*(?:[\w$*{][\w$*{},\s]*?\}?\s*from\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g
  return [...code.matchAll(statement)].flatMap((match) => match[1] ?? [])
}
