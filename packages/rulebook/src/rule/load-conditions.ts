import { readdirSync, readFileSync } from 'node:fs'
import { type ConditionFile, parseConditions } from './parse-conditions.ts'
import type { NamedConditions } from './rule.ts'

const FOLDER = new URL('../../conditions/', import.meta.url)

/** The named conditions kept in this package. Throws a DataError for bad data. */
export function loadConditions(): NamedConditions {
  return parseConditions(readConditionFiles())
}

function readConditionFiles(): ConditionFile[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
  return names.toSorted().map((name) => ({
    name: name.slice(0, -'.yaml'.length),
    text: readFileSync(new URL(name, FOLDER), 'utf8'),
  }))
}
