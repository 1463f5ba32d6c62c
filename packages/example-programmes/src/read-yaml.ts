import { DataError } from '@workplan/domain'
import { parseDocument } from 'yaml'

/** The plain value of a YAML text; throws a DataError that gives the line when it is not YAML or repeats a key. */
export function readYaml(text: string, file: string): unknown {
  const document = parseDocument(text)
  if (document.errors.length === 0) return document.toJS()
  throw new DataError(
    file,
    document.errors.map((error) => ({ record: null, field: null, problem: firstLine(error.message) })),
  )
}

/** What is wrong and where; the lines after it repeat the text. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '') ?? message
}
