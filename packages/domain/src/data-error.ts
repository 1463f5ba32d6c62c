import type { z } from 'zod'

/** One thing wrong in a data file. `record` is the id of the record, `field` the path inside it; null when there is none. */
export interface DataProblem {
  record: string | null
  field: string | null
  problem: string
}

/** A data file that cannot be used: its message has one line for each problem, with file, record and field. */
export class DataError extends Error {
  readonly file: string
  readonly problems: readonly DataProblem[]

  constructor(file: string, problems: readonly DataProblem[]) {
    super(problems.map((problem) => problemLine(file, problem)).join('\n'))
    this.name = 'DataError'
    this.file = file
    this.problems = problems
  }
}

/** The value as its schema types it; throws a DataError that names the record and field of every problem. */
export function parseData<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new DataError(
    file,
    result.error.issues.flatMap((issue) => problemsOf(issue, value)),
  )
}

function problemLine(file: string, { record, field, problem }: DataProblem): string {
  return [file, record, field, problem].filter((part) => part !== null && part !== '').join(': ')
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): DataProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ ...placeOf(issue.path, value), problem: issue.message }]
  return issue.keys.map((key) => ({
    ...placeOf([...issue.path, key], value),
    problem: 'there is no such field',
  }))
}

/** The innermost object with an id on the way to the problem is the record; what follows is the field. */
function placeOf(path: readonly PropertyKey[], value: unknown): Pick<DataProblem, 'record' | 'field'> {
  let record = idOf(value)
  let depth = 0
  let current = value
  for (const [index, key] of path.entries()) {
    current = (current as Record<PropertyKey, unknown> | null | undefined)?.[key]
    const id = idOf(current)
    if (id === null) continue
    record = id
    depth = index + 1
  }
  return { record, field: path.slice(depth).join('.') || null }
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' ? value.id : null
}
