import { type ProgrammeView, type WorkstreamView } from '@workplan/domain'
import type { Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import type { LoadedProgramme, StoredFlag } from '../../store/programme.ts'
import { membershipView } from './membership-view.ts'

/** A programme with its workstreams, frameworks, people and the number of its open flags. */
export function programmeView(programme: LoadedProgramme, rules: Rules, member: Member): ProgrammeView {
  const { programme: about } = programme.state
  const open = [...programme.flags.values()].filter(({ status }) => status !== 'cleared')
  const count = (severity: StoredFlag['severity']) => open.filter((flag) => flag.severity === severity).length
  return {
    ...membershipView(programme, member),
    description: about.description,
    workstreamList: programme.state.records.workstream.map((workstream) => ({
      id: workstream.id,
      name: workstream.name,
      label: workstream.label,
      app: workstream.app,
      leadName: (workstream.lead && programme.people.get(workstream.lead)?.name) || null,
      ...countsOf(workstream.id, programme, open),
    })),
    frameworks: rules.library.frameworks
      .filter(({ id }) => about.frameworks.includes(id))
      .map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind })),
    people: [...programme.people.values()],
    openFlags: { high: count('high'), medium: count('medium'), low: count('low') },
  }
}

function countsOf(
  workstream: string,
  { state }: LoadedProgramme,
  open: readonly StoredFlag[],
): Pick<WorkstreamView, 'tasks' | 'openFlags'> {
  return {
    tasks: state.records.task.filter((task) => task.workstream === workstream).length,
    openFlags: open.filter((flag) => flag.workstreams.includes(workstream)).length,
  }
}
