import {
  type Answer,
  type Assessment,
  type FrameworkLibrary,
  type IsoDate,
  lastDayOf,
  daysBetween,
  type PartialDate,
  type Position,
  type ProgrammeState,
  type RecordKind,
  type RecordRef,
  type Requirement,
  type Task,
} from '@workplan/domain'
import { type CoverTotals, totalsOfRequirement } from './coverage/totals.ts'
import { coverageOf, type RequirementCoverage } from './coverage/week-coverage.ts'
import { byId } from '../links/by-id.ts'
import { groupBy } from '../links/group-by.ts'
import { type KnownLinks, linksAfter, type RequirementLinks } from '../links/requirement-links.ts'
import { unique } from '../links/unique.ts'
import { emptyMemory, type FactMemory, type Remembering, remembering, workOutAnew } from './memory.ts'
import type { RequirementTree } from '../links/requirement-tree.ts'

/** A programme on one day with the lookups that several fact functions need, each built once. */
export interface FactContext {
  /** Its lists of records note who reads them. */
  state: ProgrammeState
  /** What is remembered under a name, for subjects that few changes touch. */
  part: Remembering['part']
  /** What is carried from one look to the next, bit by bit. */
  carry: Remembering['carry']
  asAt: IsoDate
  links: RequirementLinks
  requirements: RequirementTree
  /** The round that counts for each framework; a framework without one is not in the map. */
  currentAssessments: ReadonlyMap<string, Assessment>
  /** Answers of the current rounds, by measure. */
  answers: ReadonlyMap<string, Answer>
  positions: ReadonlyMap<string, Position>
  /** The week of every coverage requirement, with its hours added up. */
  coverage: readonly (RequirementCoverage & { totals: CoverTotals })[]
  /** Those of them that serve a requirement itself. */
  coverageOf(requirementId: string): readonly (RequirementCoverage & { totals: CoverTotals })[]
  /**
   * Requirements with all they stand under and the duties tied to them, each once, for a reader who groups by duty or
   * ambition.
   */
  countsUnder(ids: readonly string[]): readonly string[]
  /** As `links.requirementsOfTask`, kept for each task. */
  servedBy(task: Task): readonly string[]
  /** The requirements of these ids to look at; an id that does not apply is left out. */
  requirementRefs(ids: readonly string[]): RecordRef[]
}

/** The context of a programme as it stands on `asAt`. */
export function factContext(
  stored: ProgrammeState,
  library: FrameworkLibrary,
  asAt: IsoDate,
  memory: FactMemory | null = null,
): FactContext {
  const { records, note, part, carry } = remembering(memory ?? emptyMemory(), stored, library, asAt)
  const state = { programme: stored.programme, records }
  const { links: known } = carry('links', 'task', (before: KnownLinks | null) =>
    linksAfter(before, state, library),
  )
  const links = notedLinks(known, note)
  const standsUnder = byId((id) =>
    unique([
      id,
      ...links.tree.ancestors(id).map((above) => above.id),
      ...links
        .linkedRequirements(id)
        .filter((linked) => linked.kind === 'duty')
        .map((duty) => duty.id),
    ]),
  )
  const refsOf = byId((id) => [links.tree.get(id) ?? []].flat().map(requirementRef))
  const pieces = part('pieces')
  const coverage = () =>
    pieces('coverage', [], () => {
      const all = records['coverage-requirement'].map((requirement) => {
        const week = coverageOf(requirement, state)
        return { ...week, totals: totalsOfRequirement(week) }
      })
      return { all, serving: groupBy(all, ({ requirement }) => requirement.serves) }
    })
  const current = () =>
    pieces('current', [], () => {
      const assessments = records.assessment.filter((assessment) => assessment.current)
      const rounds = new Set(assessments.map((assessment) => assessment.id))
      const answers = records.answer.filter((answer) => rounds.has(answer.assessment))
      return {
        assessments: new Map(assessments.map((assessment) => [assessment.framework, assessment])),
        answers: new Map(answers.map((answer) => [answer.measure, answer])),
      }
    })
  let kept: WeakMap<Task, readonly string[]> | null = null
  const served = () =>
    pieces('served', [], () => {
      note(CROSSWALK)
      return new WeakMap<Task, readonly string[]>()
    })
  const positions = () =>
    pieces(
      'positions',
      [],
      () => new Map(records.position.map((position) => [position.requirement, position])),
    )
  return {
    state,
    // To remember what nobody asks for again would only take time.
    part: memory ? part : () => workOutAnew,
    carry,
    asAt,
    links,
    requirements: links.tree,
    get currentAssessments() {
      return current().assessments
    },
    get answers() {
      return current().answers
    },
    get positions() {
      return positions()
    },
    get coverage() {
      return coverage().all
    },
    servedBy: (task) => {
      note(CROSSWALK)
      kept ??= served()
      const known = kept.get(task)
      if (known) return known
      const serves = links.requirementsOfTask(task)
      kept.set(task, serves)
      return serves
    },
    coverageOf: (id) => coverage().serving.get(id) ?? [],
    requirementRefs: (ids) => ids.flatMap(refsOf),
    countsUnder: ([first, ...others]) => {
      if (first === undefined) return []
      note(CROSSWALK)
      const above = standsUnder(first)
      return others.length === 0 ? above : unique(above.concat(...others.map(standsUnder)))
    },
  }
}

/** Links that note the records they rest on, each time: their answers are kept. */
function notedLinks(links: RequirementLinks, note: Remembering['note']): RequirementLinks {
  const noting =
    <Answer>(answer: (id: string) => Answer) =>
    (id: string) => {
      note(CROSSWALK)
      return answer(id)
    }
  const notingTasks = <Answer>(answer: (id: string) => Answer) =>
    noting((id) => {
      note('task')
      return answer(id)
    })
  return {
    tree: links.tree,
    tasksOf: notingTasks(links.tasksOf),
    inheritedTasksOf: notingTasks(links.inheritedTasksOf),
    task: (id) => {
      note('task')
      return links.task(id)
    },
    requirementsOfTask: (task) => {
      note(CROSSWALK)
      return links.requirementsOfTask(task)
    },
    measuresOf: noting(links.measuresOf),
    linkedRequirements: noting(links.linkedRequirements),
    workstreamsOf: noting(links.workstreamsOf),
  }
}

/** The records that the rows of the crosswalk rest on: they reach workstreams by the parts of the strategy. */
const CROSSWALK = 'strategy-item'

/** Days since the last day a date can mean; null when there is no date, 0 when it lies ahead. */
export function daysSince(date: PartialDate | null, asAt: IsoDate): number | null {
  return date === null ? null : Math.max(0, daysBetween(lastDayOf(date), asAt))
}

export function recordRef(kind: RecordKind, record: { id: string }, title: string): RecordRef {
  return { kind, id: record.id, title }
}

export function requirementRef(requirement: Pick<Requirement, 'id' | 'number' | 'title'>): RecordRef {
  return { kind: 'requirement', id: requirement.id, title: numbered(requirement) }
}

/** A requirement as people quote it: `1.1.3 Agreed planning approach`. */
export function numbered({ number, title }: Pick<Requirement, 'number' | 'title'>): string {
  return number === null ? title : `${number} ${title}`
}
