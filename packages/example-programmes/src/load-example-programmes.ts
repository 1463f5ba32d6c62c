import type { ProgrammeState } from '@workplan/domain'
import { readdirSync, readFileSync } from 'node:fs'
import { parseProgrammeFiles, type ProgrammeFiles } from './parse-programme-files.ts'

const FOLDERS = ['bnssg', 'northamptonshire']

/**
 * The two example programmes, read from the files of this package at every call. `requirementIds` are those of the
 * frameworks; throws a DataError naming file, record and field for bad data.
 */
export function loadExampleProgrammes(requirementIds: ReadonlySet<string>): ProgrammeState[] {
  return FOLDERS.map((folder) => parseProgrammeFiles(readProgrammeFiles(folder), requirementIds))
}

/** The YAML texts in the folder of a programme, by name. */
function readProgrammeFiles(folder: string): ProgrammeFiles {
  const url = new URL(`../${folder}/`, import.meta.url)
  const names = readdirSync(url).filter((name) => name.endsWith('.yaml'))
  return Object.fromEntries(
    names.toSorted().map((name) => [`${folder}/${name}`, readFileSync(new URL(name, url), 'utf8')]),
  )
}
