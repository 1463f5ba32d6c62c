import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

export interface Budget {
  /** Most kB (1,000 bytes, gzip) of script that the first page may load. */
  scriptKB: number
  /** Most kB (gzip) of the app's own styles. */
  styleKB: number
}

/** Fails the build when an app's first load outgrows its budget or a validation library got into the browser's code. */
export function firstLoadBudget(budget: Budget): Plugin {
  return {
    name: 'workplan-first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const problems = budgetProblems(Object.values(bundle), budget)
      if (problems.length > 0) this.error(problems.join('\n'))
    },
  }
}

/** What in a bundle goes against the budget, as sentences; empty when nothing does. */
export function budgetProblems(
  files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
  budget: Budget,
): string[] {
  const chunks = files.filter((file) => file.type === 'chunk')
  const first = firstLoad(chunks)
  const script = kilobytes(first.map((chunk) => chunk.code))
  const styles = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  const style = kilobytes(styles.map((file) => (file.type === 'asset' ? file.source : '')))
  const problems: string[] = []
  if (script > budget.scriptKB)
    problems.push(
      `First load is ${script.toFixed(1)} kB of script, budget ${budget.scriptKB}. Load more of it lazily.`,
    )
  if (style > budget.styleKB)
    problems.push(`Styles are ${style.toFixed(1)} kB, budget ${budget.styleKB}. Use the shared stylesheet.`)
  const zod = chunks.filter((chunk) =>
    chunk.moduleIds.some((id) => /node_modules\/(?:[^/]+\/)*zod\//.test(id)),
  )
  for (const chunk of zod)
    problems.push(
      `${chunk.fileName} contains zod. Import schemas with "import type", and only functions from modules without schemas.`,
    )
  return problems
}

/** The entry and everything it imports before it can run. */
function firstLoad(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const loaded = new Set<Rolldown.OutputChunk>()
  const waiting = chunks.filter((chunk) => chunk.isEntry)
  for (let chunk = waiting.pop(); chunk; chunk = waiting.pop()) {
    if (loaded.has(chunk)) continue
    loaded.add(chunk)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported) waiting.push(imported)
    }
  }
  return [...loaded]
}

function kilobytes(contents: (string | Uint8Array)[]): number {
  return contents.reduce((sum, content) => sum + gzipSync(content).byteLength, 0) / 1000
}
