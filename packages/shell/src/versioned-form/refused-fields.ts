import { isProblem } from '../api/api-problem.ts'
import type { Problems } from './form-of-record.ts'

/** What the service said against the fields of a draft; nothing where it refused for another reason. */
export function refusedFields<Draft extends object>(error: unknown, draft: Draft): Problems<Draft> {
  if (!isProblem(error, 'invalid-input')) return {}
  const known = error.errors.flatMap(({ path, message }) => {
    const field = path.split('.').find((part) => part in draft)
    return field === undefined ? [] : [[field, message] as const]
  })
  return Object.fromEntries(known) as Problems<Draft>
}
