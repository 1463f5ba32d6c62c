import type { FrameworkLibrary } from '@workplan/domain'
import { readdirSync, readFileSync } from 'node:fs'
import { buildLibrary } from './build-library.ts'

const FOLDER = new URL('../../frameworks/', import.meta.url)

let library: FrameworkLibrary | undefined

/** The frameworks and crosswalk kept in this package; files are read at the first call. Throws a DataError for bad data. */
export function loadLibrary(): FrameworkLibrary {
  library ??= buildLibrary(readFrameworkFiles())
  return library
}

/** The YAML texts of the frameworks folder by name, as `frameworks/ambitions-2021-2026.yaml`. */
export function readFrameworkFiles(): Record<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
  return Object.fromEntries(
    names.toSorted().map((name) => [`frameworks/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')]),
  )
}
