import { DataError, parseData } from '@workplan/domain'
import type { z } from 'zod'
import { factCatalogue } from '../facts/catalogue.ts'
import { readYaml } from '../library/read-yaml.ts'
import { type ConditionScope, readConditions } from './read-conditions.ts'
import { NamedConditionFile, type NamedCondition, type NamedConditions } from './rule.ts'

/** A file of `conditions` as YAML text, and its name without the ending. */
export interface ConditionFile {
  name: string
  text: string
}

/**
 * Named conditions by id, each with those it uses itself; otherwise throws a DataError that names the file and the
 * place: a name that differs from its file, a condition that does not exist, one that leads back to itself.
 */
export function parseConditions(files: readonly ConditionFile[]): NamedConditions {
  const documents = new Map(files.map((file) => [file.name, readDocument(file)]))
  const conditions = new Map<string, NamedCondition>()
  for (const name of documents.keys()) resolve(name, [])
  return conditions

  function resolve(name: string, trail: readonly string[]): NamedCondition {
    const known = conditions.get(name)
    if (known) return known
    const document = documents.get(name) as z.infer<typeof NamedConditionFile>
    const through = [...trail, name]
    const { condition, problems } = readConditions(document.when, {
      facts: factCatalogue[document.subject] ?? {},
      named: nameLookup(document.subject, documents, (used) =>
        through.includes(used)
          ? `leads back to itself: ${[...through, used].join(', ')}`
          : resolve(used, through),
      ),
    })
    if (!condition)
      throw new DataError(
        fileOf(name),
        problems.map((problem) => ({ record: name, ...problem })),
      )
    const named = { ...document, when: condition }
    conditions.set(name, named)
    return named
  }
}

/** A lookup of names for one kind of subject; says what is wrong with a name that cannot be used. */
export function nameLookup(
  subject: NamedCondition['subject'],
  known: ReadonlyMap<string, Pick<NamedCondition, 'subject'>>,
  get: (name: string) => NamedCondition | string,
): ConditionScope['named'] {
  return (name) => {
    const found = known.get(name)
    if (!found) {
      const names = [...known].filter(([, other]) => other.subject === subject).map(([other]) => other)
      return `${JSON.stringify(name)} is not a named condition; there are ${names.join(', ') || 'none'}`
    }
    return found.subject === subject
      ? get(name)
      : `${name} is for the subject ${found.subject}, not for ${subject}`
  }
}

function readDocument({ name, text }: ConditionFile): z.infer<typeof NamedConditionFile> {
  const file = fileOf(name)
  const document = parseData(NamedConditionFile, readYaml(text, file), file)
  if (document.id === name) return document
  throw new DataError(file, [
    { record: document.id, field: 'id', problem: `must be the name of its file, ${name}` },
  ])
}

function fileOf(name: string): string {
  return `conditions/${name}.yaml`
}
