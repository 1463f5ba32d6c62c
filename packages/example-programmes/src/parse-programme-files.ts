import {
  DataError,
  emptyState,
  parseData,
  Programme,
  type ProgrammeState,
  type RecordKind,
} from '@workplan/domain'
import { checkProgramme } from './check-programme.ts'
import { parseRecords } from './parse-records.ts'
import { readYaml } from './read-yaml.ts'
import { fileOfKind, kindOfFile, PROGRAMME_FILE } from './record-files.ts'

/** The YAML texts of one programme by file name, as `bnssg/tasks.yaml`. */
export type ProgrammeFiles = Readonly<Record<string, string>>

/**
 * A programme with its records. `requirementIds` are those of the frameworks it may refer to. Throws a DataError
 * naming file, record and field for data that breaks its schema, an id used twice or a reference that leads nowhere.
 */
export function parseProgrammeFiles(
  files: ProgrammeFiles,
  requirementIds: ReadonlySet<string>,
): ProgrammeState {
  const names = Object.keys(files)
  const programmeFile = names.find((file) => baseName(file) === PROGRAMME_FILE)
  if (programmeFile === undefined) throw new DataError(PROGRAMME_FILE, [problem('this file is missing')])
  const programme = parseData(Programme, readYaml(files[programmeFile] ?? '', programmeFile), programmeFile)
  const state = emptyState(programme)
  for (const [file, text] of Object.entries(files)) {
    if (file === programmeFile) continue
    const kind = kindOfFile(baseName(file))
    if (kind === undefined)
      throw new DataError(file, [problem('no kind of record is kept in a file of this name')])
    keep(state, kind, text, file)
  }
  const folder = programmeFile.slice(0, -PROGRAMME_FILE.length)
  checkProgramme(state, requirementIds, (kind) => folder + fileOfKind(kind))
  return state
}

function keep<K extends RecordKind>(state: ProgrammeState, kind: K, text: string, file: string): void {
  state.records[kind] = parseRecords(kind, text, file) as ProgrammeState['records'][K]
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function problem(text: string) {
  return { record: null, field: null, problem: text }
}
