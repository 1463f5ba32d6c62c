import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { readSharedStylesheet } from './shared-stylesheet.ts'

export interface Budget {
  /** Most kB (1,000 bytes, brotli) of script that opening an app may load: its home, or the page to sign in. */
  scriptKB: number
  /** Most kB (brotli) of script that opening any other page by its address may load. */
  pageKB: number
  /** Most kB (brotli) of styles that a first visit may load, the shared stylesheet included. */
  styleKB: number
}

/** The pages at which an app opens, by the name of their chunk. */
const FIRST_PAGES: ReadonlySet<string> = new Set(['HomePage', 'MyWeekPage', 'SignInPage', 'ProgrammePicker'])

/** Fails the build when an app's first load outgrows its budget or a validation library got into the browser's code. */
export function firstLoadBudget(budget: Budget): Plugin {
  return {
    name: 'workplan-first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const weights = weighFirstLoad(Object.values(bundle), readSharedStylesheet())
      this.info(
        `first load ${weights.scriptKB.toFixed(1)} kB of script (${weights.pageKB.toFixed(1)} kB for ${weights.heaviest}), ${weights.styleKB.toFixed(1)} kB of styles`,
      )
      const problems = budgetProblems(weights, budget)
      if (problems.length > 0) this.error(problems.join('\n'))
    },
  }
}

export interface Weights extends Budget {
  /** The page that loads most. */
  heaviest: string
  /** Chunks that a validation library is part of. */
  withZod: string[]
}

type OutputFile = Rolldown.OutputChunk | Rolldown.OutputAsset

/**
 * What a first visit loads: the entry, a page, all that these import, and their styles. A page is what the
 * entry loads on demand; what a page itself loads on demand, such as a form that is opened later, comes after the visit.
 */
export function weighFirstLoad(files: readonly OutputFile[], sharedStyles: string | Uint8Array): Weights {
  const chunks = files.filter((file) => file.type === 'chunk')
  const assets = new Map(
    files.flatMap((file) => (file.type === 'asset' ? [[file.fileName, file.source] as const] : [])),
  )
  const entries = chunks.filter((chunk) => chunk.isEntry)
  const onDemand = new Set(withImports(entries, chunks).flatMap((chunk) => chunk.dynamicImports))
  const pages = chunks.filter((chunk) => onDemand.has(chunk.fileName))
  const visits = (pages.length > 0 ? pages : entries).map((page) => {
    const loaded = withImports([...entries, page], chunks)
    return {
      name: page.name,
      scriptKB: weigh(loaded.map(({ code }) => code)),
      styleKB: weigh([sharedStyles, ...stylesOf(loaded, assets)]),
    }
  })
  const firsts = visits.filter(({ name }) => FIRST_PAGES.has(name))
  const [heaviest] = visits.toSorted((one, other) => other.scriptKB - one.scriptKB)
  return {
    scriptKB: Math.max(...(firsts.length > 0 ? firsts : visits).map((visit) => visit.scriptKB)),
    pageKB: heaviest?.scriptKB ?? 0,
    heaviest: heaviest?.name ?? '',
    styleKB: Math.max(...visits.map((visit) => visit.styleKB)),
    withZod: chunks.filter(hasZod).map((chunk) => chunk.fileName),
  }
}

/** What goes against the budget, as sentences; empty when nothing does. */
export function budgetProblems(
  { scriptKB: script, pageKB: page, heaviest, styleKB: style, withZod }: Weights,
  budget: Budget,
): string[] {
  return [
    script > budget.scriptKB
      ? `The first load is ${script.toFixed(1)} kB of script, the budget ${budget.scriptKB}. Load more of it lazily.`
      : '',
    page > budget.pageKB
      ? `Opening ${heaviest} loads ${page.toFixed(1)} kB of script, the budget ${budget.pageKB}. Load more of it lazily.`
      : '',
    style > budget.styleKB
      ? `Its styles are ${style.toFixed(1)} kB, the budget ${budget.styleKB}. Use the shared stylesheet.`
      : '',
    withZod.length > 0
      ? `zod is in ${withZod.join(', ')}. Import schemas with "import type", and only functions from modules without schemas.`
      : '',
  ].filter((problem) => problem !== '')
}

function withImports(from: readonly Rolldown.OutputChunk[], chunks: readonly Rolldown.OutputChunk[]) {
  const loaded = new Set(from)
  for (const chunk of loaded)
    for (const imported of chunks) if (chunk.imports.includes(imported.fileName)) loaded.add(imported)
  return [...loaded]
}

function stylesOf(chunks: readonly Rolldown.OutputChunk[], assets: ReadonlyMap<string, string | Uint8Array>) {
  const names = new Set(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
  return [...names].map((name) => assets.get(name) ?? '')
}

function hasZod(chunk: Rolldown.OutputChunk): boolean {
  return chunk.moduleIds.some((id) => /node_modules\/(?:[^/]+\/)*zod\//.test(id))
}

/** As files go over the wire: the service sends brotli of this quality to every browser that takes it, which all do. */
const AS_SENT = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

function weigh(contents: readonly (string | Uint8Array)[]): number {
  return contents.reduce((sum, content) => sum + brotliCompressSync(content, AS_SENT).byteLength, 0) / 1000
}
