import { posix } from 'node:path'

/** What a document may refer to: every path in the repository (files and folders) and the scripts of all packages. */
export interface KnownThings {
  paths: ReadonlySet<string>
  scripts: ReadonlySet<string>
}

/** Words that follow `pnpm` and are its own commands, not scripts of ours. */
const pnpmCommands = new Set(['install', 'add', 'remove', 'update', 'exec', 'run', 'dlx', 'why', 'list'])

/** One problem for each path or `pnpm` script that a Markdown document names and the repository does not have. */
export function brokenReferences(documentPath: string, markdown: string, known: KnownThings): string[] {
  const text = markdown.replaceAll('\r', '')
  const paths = [...linkTargets(text, posix.dirname(documentPath)), ...quotedPaths(text)]
  return [
    ...unique(paths)
      .filter((path) => !known.paths.has(path))
      .map((path) => `${documentPath}: names ${path}, which does not exist`),
    ...unique(namedScripts(text))
      .filter((script) => !known.scripts.has(script))
      .map((script) => `${documentPath}: names 'pnpm ${script}', which is a script of no package`),
  ]
}

/** Every file and every folder above it. */
export function withFolders(files: readonly string[]): Set<string> {
  const all = new Set<string>()
  for (const file of files) {
    for (let path = file; path !== '.'; path = posix.dirname(path)) all.add(path)
  }
  return all
}

function linkTargets(markdown: string, folder: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .flatMap((match) => match[1] ?? [])
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(folder, target).replace(/\/$/, ''))
}

/** Paths in backticks that start in one of the repository's folders and hold no placeholder. */
function quotedPaths(markdown: string): string[] {
  return [...markdown.matchAll(/`((?:apps|packages|scripts|e2e|infra|docs|\.ci)\/[\w@./-]+)`/g)]
    .flatMap((match) => match[1] ?? [])
    .map((path) => path.replace(/\/$/, ''))
}

/** The words after `pnpm` inside code, which are meant as commands. */
function namedScripts(markdown: string): string[] {
  const code = markdown.match(/```[\s\S]*?```|`[^`\n]+`/g) ?? []
  return code
    .flatMap((text) => [...text.matchAll(/\bpnpm(?:@[\d.]+)?[ \t]+(?:run[ \t]+)?([a-z][a-z:-]*)/g)])
    .flatMap((match) => match[1] ?? [])
    .filter((word) => !pnpmCommands.has(word))
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}
