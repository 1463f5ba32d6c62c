import type { Person } from './fixtures/people.ts'

/** A page of the product, and somebody who may open it. Nobody means: not signed in. */
export interface ProductPage {
  at: string
  person: Person | null
}

/** Every page a person can come to. Each is checked for accessibility and at the width of a small phone. */
export const pages: readonly ProductPage[] = [
  { at: '/governance/', person: null },
  { at: '/governance/', person: 'sro' },
  { at: '/governance/bnssg/home', person: 'sro' },
  { at: '/governance/bnssg/duties', person: 'sro' },
  { at: '/governance/bnssg/duties?part=building-blocks', person: 'sro' },
  { at: '/governance/bnssg/flags', person: 'sro' },
  {
    at: '/governance/bnssg/flags/duty-without-live-task~duty.action.specify.specialist-access',
    person: 'sro',
  },
  { at: '/governance/bnssg/levels', person: 'sro' },
  { at: '/governance/bnssg/reports', person: 'secretary' },
  { at: '/governance/bnssg/reports?new=yes', person: 'secretary' },
  { at: '/governance/bnssg/groups', person: 'secretary' },
  { at: '/governance/bnssg/journal', person: 'programmeOffice' },
  { at: '/governance/bnssg/records/answer/bnssg.sa.1.1.1', person: 'viewer' },
  { at: '/governance/northamptonshire/home', person: 'sro' },
  { at: '/adult/bnssg/my-week', person: 'leadAdult' },
  { at: '/adult/bnssg/workplan', person: 'leadAdult' },
  { at: '/adult/bnssg/tasks/bnssg.task.gaps', person: 'leadAdult' },
  { at: '/adult/bnssg/flags', person: 'leadAdult' },
  { at: '/adult/bnssg/requirements/duty.action.specify.specialist-access', person: 'leadAdult' },
  { at: '/adult/bnssg/search?q=1.1.3', person: 'leadAdult' },
  { at: '/adult/bnssg/no-such-page', person: 'leadAdult' },
  { at: '/adult/bnssg/my-week', person: 'secretary' },
  { at: '/children/bnssg/my-week', person: 'leadChildren' },
  { at: '/children/bnssg/workplan', person: 'leadChildren' },
  { at: '/workforce/bnssg/my-week', person: 'leadWorkforce' },
  { at: '/workforce/northamptonshire/workplan', person: 'leadWorkforce' },
]
