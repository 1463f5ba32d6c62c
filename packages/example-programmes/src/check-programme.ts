import {
  DataError,
  recordKinds,
  type DataProblem,
  type ProgrammeState,
  type RecordKind,
} from '@workplan/domain'
import { listReferences, type Reference } from './references.ts'

/** The file a kind of record was read from, for messages. */
type FileOf = (kind: RecordKind) => string

/**
 * Throws a DataError when an id is used twice or leads nowhere, when a task waits for itself, when a framework has
 * two current assessments, or when a measure has two answers in one assessment.
 */
export function checkProgramme(
  state: ProgrammeState,
  requirementIds: ReadonlySet<string>,
  fileOf: FileOf,
): void {
  const seen = new Set<string>()
  for (const kind of recordKinds)
    refuse(
      fileOf(kind),
      state.records[kind].flatMap(({ id }) => once(seen, id, id, 'id', 'this id is used twice')),
    )
  const leadsSomewhere = resolverOf(state, requirementIds, seen)
  for (const kind of recordKinds) refuse(fileOf(kind), danglingReferences(state, kind, leadsSomewhere))
  refuse(fileOf('task'), tasksWaitingForThemselves(state))
  refuse(fileOf('assessment'), secondCurrentAssessments(state))
  refuse(fileOf('answer'), secondAnswers(state))
}

function resolverOf(
  { programme, records }: ProgrammeState,
  requirementIds: ReadonlySet<string>,
  recordIds: ReadonlySet<string>,
): (reference: Reference) => boolean {
  const idsOfKind = new Map(recordKinds.map((kind) => [kind, new Set(records[kind].map(({ id }) => id))]))
  return ({ target, id }) => {
    if (target === 'requirement') return requirementIds.has(id)
    if (target === 'framework') return programme.frameworks.includes(id)
    if (target === 'person') return false
    if (target === 'record-or-requirement') return recordIds.has(id) || requirementIds.has(id)
    return idsOfKind.get(target)?.has(id) ?? false
  }
}

function danglingReferences<K extends RecordKind>(
  { records }: ProgrammeState,
  kind: K,
  leadsSomewhere: (reference: Reference) => boolean,
): DataProblem[] {
  return records[kind].flatMap((record) =>
    listReferences(kind, record)
      .filter((reference) => !leadsSomewhere(reference))
      .map(({ field, target, id }) => ({
        record: record.id,
        field,
        problem: `there is no ${target.replaceAll('-', ' ')} ${id}`,
      })),
  )
}

function tasksWaitingForThemselves({ records }: ProgrammeState): DataProblem[] {
  return records.task.flatMap(({ id, dependsOn }) =>
    dependsOn.flatMap(({ task }, index) =>
      task === id
        ? [{ record: id, field: `dependsOn.${index}.task`, problem: 'a task cannot wait for itself' }]
        : [],
    ),
  )
}

function secondCurrentAssessments({ records }: ProgrammeState): DataProblem[] {
  const seen = new Set<string>()
  return records.assessment
    .filter(({ current }) => current)
    .flatMap(({ id, framework }) =>
      once(seen, framework, id, 'current', `${framework} has another current assessment`),
    )
}

function secondAnswers({ records }: ProgrammeState): DataProblem[] {
  const seen = new Set<string>()
  return records.answer.flatMap(({ id, assessment, measure }) =>
    once(seen, `${assessment} ${measure}`, id, 'measure', `${measure} has another answer in this assessment`),
  )
}

/** Nothing the first time a key is seen, a problem from then on. */
function once(seen: Set<string>, key: string, record: string, field: string, problem: string): DataProblem[] {
  if (seen.has(key)) return [{ record, field, problem }]
  seen.add(key)
  return []
}

function refuse(file: string, problems: readonly DataProblem[]): void {
  if (problems.length > 0) throw new DataError(file, problems)
}
