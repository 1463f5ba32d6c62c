import type { ProgrammeState } from '@workplan/domain'
import { loadExampleProgrammes } from '@workplan/example-programmes'
import { subjectsOf } from '@workplan/rulebook'
import type { Rules } from '../src/rules.ts'
import { wholeNumber } from '../src/testing/seeded-random.ts'

const STATUSES = ['not-started', 'in-progress', 'in-progress', 'done', 'unknown'] as const

/**
 * An example programme under another id, with as many more tasks, milestones and services like its own as give it
 * about `subjects` subjects to judge.
 */
export function generateProgramme(
  id: string,
  { rules, subjects, random }: { rules: Rules; subjects: number; random: () => number },
): ProgrammeState {
  const [example] = loadExampleProgrammes(new Set(rules.library.requirements.keys()))
  if (!example) throw new Error('there is no example programme')
  const programme = { ...example.programme, id, shortName: id }
  const { records } = example
  const asAt = programme.pinnedTo ?? '2023-03-13'
  const missing = Math.max(0, subjects - [...subjectsOf(example, rules.library, asAt)].length)
  const day = () => `2023-0${wholeNumber(random, 1, 6)}-${wholeNumber(random, 10, 28)}`
  return {
    programme,
    records: {
      ...records,
      task: more(records.task, Math.round(missing * 0.8), (task) => ({
        ...task,
        status: STATUSES[wholeNumber(random, 0, STATUSES.length - 1)] ?? 'unknown',
        statusReason: null,
        percent: null,
        due: day(),
        completedOn: null,
        duplicateGroup: null,
        updatedOn: day(),
      })),
      milestone: more(records.milestone, Math.round(missing * 0.1), (milestone) => ({
        ...milestone,
        due: day(),
      })),
      service: more(records.service, Math.round(missing * 0.1), (service) => service),
    },
  }
}

/**
 * The records and `count` more, each made from one of them in turn, with ids and titles of their own. A number in brackets
 * would make them the same work planned again.
 */
function more<Made extends { id: string; title: string }>(
  known: readonly Made[],
  count: number,
  vary: (record: Made) => Made,
): Made[] {
  const added = Array.from({ length: count }, (_, index) => {
    const like = known[index % known.length] as Made
    const number = Math.floor(index / known.length) + 2
    return { ...vary(like), id: `${like.id}-${number}`, title: `${like.title}, part ${number}` }
  })
  return [...known, ...added]
}
