import type { Task } from '@workplan/domain'
import type { Member } from '../../members.ts'
import type { LoadedProgramme, StoredFlag } from '../../store/programme.ts'

/** What somebody answers for in a programme. Who may change everything answers for nothing in particular. */
export interface Responsibility {
  /** Tasks that are theirs, or in their workstreams and nobody's. */
  has(task: Pick<Task, 'owner' | 'workstream'>): boolean
  /** Flags of their workstreams, of their tasks, and of those they lead for where no workstream is named. */
  answersFor(flag: Pick<StoredFlag, 'workstreams' | 'audience' | 'subject'>): boolean
}

/** True for a flag that no workstream and no app in particular answers for. */
export function isNobodys({ workstreams, audience }: Pick<StoredFlag, 'workstreams' | 'audience'>): boolean {
  return workstreams.length === 0 && audience.every((named) => named === 'all')
}

/** What a member answers for: as a lead of an app or of workstreams in it, and as the owner of tasks. */
export function responsibilityOf(
  { state: { records } }: Pick<LoadedProgramme, 'state'>,
  { person, memberships }: Pick<Member, 'person' | 'memberships'>,
): Responsibility {
  const leads = memberships.filter(({ role }) => role === 'workstream-lead')
  const ownWorkstreams = new Set(
    records.workstream
      .filter(
        ({ id, app, lead }) =>
          lead === person.id ||
          leads.some((given) => given.app === app && (given.workstreams?.includes(id) ?? true)),
      )
      .map(({ id }) => id),
  )
  const wholeApps = new Set(leads.flatMap(({ app, workstreams }) => (workstreams === null ? [app] : [])))
  const ownTasks = new Set(records.task.filter(({ owner }) => owner === person.id).map(({ id }) => id))
  return {
    has: ({ owner, workstream }) =>
      owner === person.id || (owner === null && workstream !== null && ownWorkstreams.has(workstream)),
    answersFor: ({ workstreams, audience, subject }) =>
      workstreams.some((id) => ownWorkstreams.has(id)) ||
      (workstreams.length === 0 && audience.some((named) => named !== 'all' && wholeApps.has(named))) ||
      (subject.kind === 'task' && ownTasks.has(subject.id)),
  }
}
