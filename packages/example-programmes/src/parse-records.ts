import { DataError, parseData, recordSchemas, type RecordKind, type RecordOf } from '@workplan/domain'
import { z } from 'zod'
import { readYaml } from './read-yaml.ts'

/** `defaults` hold for every record that does not say otherwise. */
const RecordFile = z.strictObject({
  defaults: z.record(z.string(), z.unknown()).default({}),
  records: z.array(z.record(z.string(), z.unknown())),
})

/** The records of one kind from a YAML text; throws a DataError naming file, record and field. */
export function parseRecords<K extends RecordKind>(kind: K, text: string, file: string): RecordOf<K>[] {
  const { defaults, records } = parseData(RecordFile, readYaml(text, file), file)
  const complete = records.map((record) => ({ ...defaults, ...record }))
  const parsed = parseData(z.array(recordSchemas[kind]), complete, file) as RecordOf<K>[]
  checkBasis(parsed, file)
  return parsed
}

/** A basis speaks of a field of its own record, or it is a slip of the pen. */
function checkBasis(records: readonly RecordOf<RecordKind>[], file: string): void {
  const problems = records.flatMap((record) =>
    Object.keys(record.basis ?? {})
      .filter((field) => !(field in record))
      .map((field) => ({ record: record.id, field: `basis.${field}`, problem: 'there is no such field' })),
  )
  if (problems.length > 0) throw new DataError(file, problems)
}
