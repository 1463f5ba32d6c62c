import { recordKinds, type RecordKind } from '@workplan/domain'

/** The file that holds the programme itself. */
export const PROGRAMME_FILE = 'programme.yaml'

const IRREGULAR: Partial<Record<RecordKind, string>> = { locality: 'localities' }

const kindByFile = new Map(recordKinds.map((kind) => [fileOfKind(kind), kind]))

/** The name of the file that holds the records of a kind: `tasks.yaml`. */
export function fileOfKind(kind: RecordKind): string {
  return `${IRREGULAR[kind] ?? `${kind}s`}.yaml`
}

/** The kind of the records in a file, by its name; undefined when no kind is kept there. */
export function kindOfFile(name: string): RecordKind | undefined {
  return kindByFile.get(name)
}
