import { createHash } from 'node:crypto'

/** A file of the repository: its path from the root with forward slashes, and its bytes as text. */
export interface SourceFile {
  path: string
  text: string
}

/** One problem for each set of files, in more than one app, whose bytes are the same. Empty files do not count. */
export function identicalFiles(files: readonly SourceFile[]): string[] {
  const groups = Map.groupBy(
    files.filter((file) => file.text.trim() !== ''),
    (file) => createHash('sha256').update(file.text).digest('hex'),
  )
  return [...groups.values()]
    .map((group) => group.map((file) => file.path).toSorted())
    .filter((paths) => new Set(paths.map(appOf)).size > 1)
    .map((paths) => `${paths.join(' = ')}: keep it once in packages/shell (or packages/ui) and import it`)
}

/** The app a path belongs to: its first two folders. */
function appOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}
