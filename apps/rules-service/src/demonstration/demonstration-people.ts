import type { DemonstrationPerson, WorkstreamApp } from '@workplan/domain'
import type { MembershipRow } from '../store/store.ts'

/** The people one can sign in as in demonstration mode: one for each role. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    id: 'person.viewer',
    name: 'Viewer',
    title: 'Anyone with an interest',
    role: 'viewer',
    what: 'Reads everything and changes nothing.',
    home: '/governance/',
  },
  lead('adult', 'Lead for adult services', 'Updates the tasks for adults.'),
  lead('children', 'Lead for children and young people', 'Updates the tasks for children and young people.'),
  lead('workforce', 'Lead for workforce', 'Updates the tasks for training and staff.'),
  {
    id: 'person.sro',
    name: 'Senior responsible owner',
    title: 'Answers for the programme to the board',
    role: 'sro',
    what: 'Sees where the gaps are and decides what to do about them.',
    home: '/governance/',
  },
  {
    id: 'person.secretary',
    name: 'Governance group secretary',
    title: 'Writes for the programme boards',
    role: 'group-secretary',
    what: 'Drafts, checks and issues highlight reports.',
    home: '/governance/',
  },
  {
    id: 'person.programme-office',
    name: 'Programme office',
    title: 'Keeps the workplan',
    role: 'programme-office',
    what: 'Updates every task, drafts reports and reads the journal.',
    home: '/governance/',
  },
]

/** Their roles in a programme. The secretary writes for every group. */
export const demonstrationMembers: readonly MembershipRow[] = demonstrationPeople.map(({ id, role }) => ({
  person: id,
  role,
  app: role === 'workstream-lead' ? (id.replace('person.lead-', '') as WorkstreamApp) : null,
  workstreams: null,
  groups: null,
}))

function lead(app: WorkstreamApp, name: string, what: string): DemonstrationPerson {
  return {
    id: `person.lead-${app}`,
    name,
    title: 'Workstream lead',
    role: 'workstream-lead',
    what,
    home: `/${app}/`,
  }
}
