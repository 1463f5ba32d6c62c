import {
  SEVERITY_ORDER,
  type Audience,
  type FlagsByCause,
  type FlagStatus,
  type FlagSummary,
  type ProgrammeState,
  type Severity,
  type WorkstreamApp,
} from '@workplan/domain'
import { flagSummary, type StoredFlag } from '../store/programme.ts'
import { concerns } from './audience.ts'

/** What a list of flags can be narrowed by. `status` left out means all that are not cleared. */
export interface FlagFilter {
  status?: FlagStatus | 'all'
  severity?: Severity
  rule?: string
  audience?: Audience
  app?: WorkstreamApp
  workstream?: string
  /** A person: flags on their tasks, and those of the workstreams they lead. */
  owner?: string
  subject?: string
  requirement?: string
  q?: string
}

/** The flags that pass every part of the filter, worst first. */
export function filterFlags(
  flags: Iterable<StoredFlag>,
  filter: FlagFilter,
  { workstream: workstreams, task: tasks }: Pick<ProgrammeState['records'], 'workstream' | 'task'>,
): FlagSummary[] {
  const appOf = new Map(workstreams.map((workstream) => [workstream.id, workstream.app]))
  const owned = new Set([
    ...tasks.filter(({ owner }) => owner === filter.owner).map(({ id }) => id),
    ...workstreams.filter(({ lead }) => lead === filter.owner).map(({ id }) => id),
  ])
  const words = filter.q?.trim().toLowerCase()
  return [...flags]
    .filter(
      (flag) =>
        hasStatus(flag, filter.status) &&
        (filter.severity === undefined || flag.severity === filter.severity) &&
        (filter.rule === undefined || flag.rule === filter.rule) &&
        (filter.audience === undefined || concerns(flag.audience, filter.audience)) &&
        (filter.app === undefined || inApp(flag, filter.app, appOf)) &&
        (filter.workstream === undefined || flag.workstreams.includes(filter.workstream)) &&
        (filter.owner === undefined || [flag.subject.id, ...flag.workstreams].some((id) => owned.has(id))) &&
        (filter.subject === undefined || flag.subject.id === filter.subject) &&
        (filter.requirement === undefined || countsUnder(flag, filter.requirement)) &&
        (!words || textOf(flag).includes(words)),
    )
    .toSorted(worstFirst)
    .map(flagSummary)
}

const inText = new Intl.Collator('en-GB')
const inNumberedText = new Intl.Collator('en-GB', { numeric: true })

/** Worst first: by severity, then the one raised earliest, then by title and subject. */
export function worstFirst(one: FlagSummary, other: FlagSummary): number {
  return (
    SEVERITY_ORDER.indexOf(one.severity) - SEVERITY_ORDER.indexOf(other.severity) ||
    inText.compare(one.raisedOn, other.raisedOn) ||
    inText.compare(one.title, other.title) ||
    inNumberedText.compare(one.subject.title, other.subject.title) ||
    inText.compare(one.id, other.id)
  )
}

/** How many of these flags each rule raised, worst first and then the most frequent. */
export function flagsByCause(flags: readonly FlagSummary[]): FlagsByCause[] {
  const causes = new Map<string, FlagsByCause>()
  for (const { rule, title, severity } of flags) {
    const cause = causes.get(rule) ?? { rule, title, severity, count: 0 }
    causes.set(rule, { ...cause, count: cause.count + 1 })
  }
  return [...causes.values()].toSorted(
    (one, other) =>
      SEVERITY_ORDER.indexOf(one.severity) - SEVERITY_ORDER.indexOf(other.severity) ||
      other.count - one.count ||
      one.title.localeCompare(other.title, 'en-GB'),
  )
}

/** True when a flag is on the requirement itself or counts under it. */
export function countsUnder(flag: FlagSummary, requirement: string): boolean {
  return flag.subject.id === requirement || flag.requirements.includes(requirement)
}

function hasStatus(flag: StoredFlag, status: FlagFilter['status']): boolean {
  if (status === undefined) return flag.status !== 'cleared'
  return status === 'all' || flag.status === status
}

/** A flag belongs to the apps of its workstreams and of the audiences it names; `all` names nobody. */
function inApp(flag: StoredFlag, app: WorkstreamApp, appOf: ReadonlyMap<string, WorkstreamApp>): boolean {
  return flag.audience.includes(app) || flag.workstreams.some((id) => appOf.get(id) === app)
}

function textOf(flag: StoredFlag): string {
  return [flag.id, flag.title, flag.message, flag.subject.title].join(' ').toLowerCase()
}
