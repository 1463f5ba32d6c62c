import {
  DataError,
  type CrosswalkLink,
  type DataProblem,
  type Framework,
  type FrameworkLibrary,
} from '@workplan/domain'

interface FrameworkFile {
  file: string
  framework: Framework
}

interface CrosswalkOfFile {
  file: string
  links: CrosswalkLink[]
}

/** Requirements by id, over all frameworks; throws a DataError for an id used twice or one that leads nowhere. */
export function checkReferences(
  parsed: readonly FrameworkFile[],
  crosswalk: CrosswalkOfFile,
): FrameworkLibrary['requirements'] {
  const requirements = collectRequirements(parsed)
  for (const { file, framework } of parsed) refuse(file, danglingIn(framework, requirements))
  refuse(crosswalk.file, [...repeatedLinks(crosswalk.links), ...danglingLinks(crosswalk.links, requirements)])
  return requirements
}

function collectRequirements(parsed: readonly FrameworkFile[]): FrameworkLibrary['requirements'] {
  const requirements = new Map<string, Framework['requirements'][number] & { framework: string }>()
  const frameworks = new Set<string>()
  for (const { file, framework } of parsed) {
    const problems: DataProblem[] = []
    if (frameworks.has(framework.id)) problems.push(usedTwice(framework.id))
    frameworks.add(framework.id)
    for (const requirement of framework.requirements) {
      if (requirements.has(requirement.id)) problems.push(usedTwice(requirement.id))
      requirements.set(requirement.id, { ...requirement, framework: framework.id })
    }
    refuse(file, problems)
  }
  return requirements
}

function danglingIn(framework: Framework, requirements: FrameworkLibrary['requirements']): DataProblem[] {
  return framework.requirements.flatMap(({ id, parent, nationalCounterpart }) => {
    const problems: DataProblem[] = []
    if (parent !== null && requirements.get(parent)?.framework !== framework.id)
      problems.push({
        record: id,
        field: 'parent',
        problem: `there is no requirement ${parent} in this framework`,
      })
    if (nationalCounterpart !== null && !requirements.has(nationalCounterpart))
      problems.push({ record: id, field: 'nationalCounterpart', problem: noSuch(nationalCounterpart) })
    return problems
  })
}

function danglingLinks(
  links: readonly CrosswalkLink[],
  requirements: FrameworkLibrary['requirements'],
): DataProblem[] {
  return links.flatMap((link) =>
    link.requirements.flatMap((id, index) =>
      requirements.has(id) ? [] : [{ record: link.id, field: `requirements.${index}`, problem: noSuch(id) }],
    ),
  )
}

function repeatedLinks(links: readonly CrosswalkLink[]): DataProblem[] {
  const seen = new Set<string>()
  return links.flatMap(({ id }) => {
    if (seen.has(id)) return [usedTwice(id)]
    seen.add(id)
    return []
  })
}

function usedTwice(id: string): DataProblem {
  return { record: id, field: 'id', problem: 'this id is used twice' }
}

function noSuch(id: string): string {
  return `there is no requirement ${id}`
}

function refuse(file: string, problems: readonly DataProblem[]): void {
  if (problems.length > 0) throw new DataError(file, problems)
}
