import type { Person } from './fixtures/people.ts'

/** A page of the product, and somebody who may open it. Nobody means: not signed in. */
export interface ProductPage {
  at: string
  person: Person | null
  heading: RegExp
  /** Part of an address the page asks for and rightly gets 404: the browser puts every 404 on its console. */
  absent?: string
}

/** Every page a person can come to. Each is checked for accessibility and at the width of a small phone. */
export const pages: readonly ProductPage[] = [
  { at: '/governance/', person: null, heading: /Sign in/i },
  { at: '/governance/', person: 'sro', heading: /programme/i },
  { at: '/governance/bnssg/home', person: 'sro', heading: /Are we meeting our duties/i },
  { at: '/governance/bnssg/duties', person: 'sro', heading: /Duty map/i },
  { at: '/governance/bnssg/duties?part=building-blocks', person: 'sro', heading: /Duty map/i },
  { at: '/governance/bnssg/flags', person: 'sro', heading: /Flags/i },
  {
    at: '/governance/bnssg/flags/duty-without-live-task~duty.action.specify.specialist-access',
    person: 'sro',
    heading: /Access to specialist palliative care/i,
  },
  { at: '/governance/bnssg/flags?view=duties', person: 'sro', heading: /Flags/i },
  { at: '/governance/bnssg/flags/review', person: 'sro', heading: /Review flags/i },
  { at: '/governance/bnssg/levels', person: 'sro', heading: /Levels/i },
  { at: '/governance/bnssg/reports', person: 'secretary', heading: /Highlight reports/i },
  { at: '/governance/bnssg/reports?new=yes', person: 'secretary', heading: /Highlight reports/i },
  { at: '/governance/bnssg/groups', person: 'secretary', heading: /Groups/i },
  { at: '/governance/bnssg/groups/new', person: 'programme-office', heading: /Add a group/i },
  {
    at: '/governance/bnssg/groups/bnssg.group.eolc-programme-board',
    person: 'programme-office',
    heading: /End of Life Care Programme Board/i,
  },
  { at: '/governance/bnssg/meetings', person: 'secretary', heading: /Meetings/i },
  { at: '/governance/bnssg/meetings?new=yes', person: 'secretary', heading: /Meetings/i },
  {
    at: '/governance/bnssg/meetings/bnssg.meeting.2023-03-13',
    person: 'secretary',
    heading: /Board received this paper/i,
  },
  { at: '/governance/bnssg/foi', person: 'programmeOffice', heading: /Freedom of information/ },
  { at: '/governance/bnssg/foi?new=yes', person: 'programmeOffice', heading: /Freedom of information/ },
  { at: '/governance/bnssg/rules', person: 'sro', heading: /Rules/i },
  { at: '/governance/bnssg/rules?subject=measure&flags=some', person: 'sro', heading: /Rules/i },
  {
    at: '/governance/bnssg/rules/level-zero-or-one',
    person: 'programmeOffice',
    heading: /Not ready, or no plan yet/i,
  },
  { at: '/governance/bnssg/rules/new', person: 'programmeOffice', heading: /Write a rule/i },
  {
    at: '/governance/bnssg/flags/service-conditional~bnssg.coverage.st-peters-hah',
    person: 'programmeOffice',
    heading: /Hospice at Home/i,
  },
  { at: '/governance/bnssg/journal?kind=rule', person: 'programmeOffice', heading: /Journal/i },
  { at: '/governance/bnssg/journal/compare', person: 'programmeOffice', heading: /Compare two dates/i },
  { at: '/governance/bnssg/journal', person: 'programmeOffice', heading: /Journal/i },
  { at: '/governance/bnssg/people', person: 'programmeOffice', heading: /People/ },
  { at: '/governance/bnssg/approvals', person: 'programmeOffice', heading: /Approvals/ },
  { at: '/governance/bnssg/privacy', person: 'viewer', heading: /What we hold about you/ },
  {
    at: '/governance/bnssg/privacy?person=person.viewer',
    person: 'programmeOffice',
    heading: /What we hold about you/,
  },
  { at: '/governance/bnssg/records/answer/bnssg.sa.1.1.1', person: 'viewer', heading: /1\.1\.1/i },
  {
    at: '/governance/northamptonshire/home',
    person: 'sro',
    heading: /Are we meeting our duties/i,
    absent: '/northamptonshire/assessments/current/summary',
  },
  { at: '/adult/bnssg/my-week', person: 'leadAdult', heading: /My week/i },
  { at: '/adult/bnssg/workplan', person: 'leadAdult', heading: /Workplan/i },
  { at: '/adult/bnssg/workplan?view=board', person: 'leadAdult', heading: /Workplan/i },
  { at: '/adult/bnssg/workplan?view=timeline', person: 'leadAdult', heading: /Workplan/i },
  { at: '/adult/bnssg/workplan?q=nothing-like-this', person: 'leadAdult', heading: /Workplan/i },
  { at: '/adult/bnssg/tasks/bnssg.task.gaps', person: 'leadAdult', heading: /Find service gaps/i },
  { at: '/adult/bnssg/ambitions', person: 'leadAdult', heading: /Ambitions for adults/ },
  { at: '/adult/bnssg/services', person: 'leadAdult', heading: /Services/ },
  { at: '/adult/bnssg/map', person: 'leadAdult', heading: /Round-the-clock map/ },
  {
    at: '/adult/bnssg/map?requirement=bnssg.requirement.specialist-7-day&hours=bnssg.locality.bristol~7740&try=bnssg.coverage.st-peters-hah',
    person: 'leadAdult',
    heading: /Round-the-clock map/,
  },
  { at: '/adult/northamptonshire/map', person: 'leadAdult', heading: /Round-the-clock map/ },
  { at: '/adult/bnssg/sharing', person: 'leadAdult', heading: /Sharing matrix/ },
  { at: '/adult/northamptonshire/sharing', person: 'leadAdult', heading: /Sharing matrix/ },
  { at: '/adult/bnssg/hospices', person: 'leadAdult', heading: /Hospices and contracts/ },
  { at: '/adult/northamptonshire/hospices', person: 'leadAdult', heading: /Hospices and contracts/ },
  { at: '/adult/bnssg/flags', person: 'leadAdult', heading: /Flags/i },
  {
    at: '/adult/bnssg/requirements/duty.action.specify.specialist-access',
    person: 'leadAdult',
    heading: /Access to specialist palliative care/i,
  },
  { at: '/adult/bnssg/alerts', person: 'leadAdult', heading: /Alerts/ },
  { at: '/adult/bnssg/alerts?kind=asked', person: 'leadAdult', heading: /Alerts/ },
  { at: '/governance/bnssg/alerts/settings', person: 'sro', heading: /Alerts and e-mails/ },
  { at: '/adult/bnssg/search?q=1.1.3', person: 'leadAdult', heading: /Search/i },
  { at: '/adult/bnssg/no-such-page', person: 'leadAdult', heading: /not found/i },
  { at: '/adult/bnssg/my-week', person: 'secretary', heading: /You may not open this page/ },
  { at: '/children/bnssg/my-week', person: 'leadChildren', heading: /My week/i },
  { at: '/children/bnssg/left-out', person: 'leadChildren', heading: /What the papers leave out/ },
  { at: '/children/bnssg/workplan', person: 'leadChildren', heading: /Workplan/i },
  { at: '/children/bnssg/levels', person: 'leadChildren', heading: /Services by level/ },
  {
    at: '/children/northamptonshire/levels?service=northants.service.carers',
    person: 'leadChildren',
    heading: /Services by level/,
  },
  { at: '/children/bnssg/transition', person: 'leadChildren', heading: /Transition/ },
  { at: '/adult/northamptonshire/transition', person: 'leadAdult', heading: /Coming from children/ },
  { at: '/workforce/bnssg/my-week', person: 'leadWorkforce', heading: /My week/i },
  { at: '/workforce/bnssg/readiness', person: 'leadWorkforce', heading: /Readiness/ },
  { at: '/workforce/bnssg/capacity', person: 'leadWorkforce', heading: /Capacity/ },
  { at: '/workforce/northamptonshire/workplan', person: 'leadWorkforce', heading: /Workplan/i },
]
