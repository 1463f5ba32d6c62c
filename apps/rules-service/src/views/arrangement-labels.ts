import type { ArrangementKind } from '@workplan/domain'
import { everyRecord } from './every-record-labels.ts'

/** What each field of a hand-over, of training and of a post is called on a page. */
export const arrangementLabels: Record<ArrangementKind, Readonly<Record<string, string>>> = {
  'transition-pathway': {
    ...everyRecord,
    title: 'Pathway',
    condition: 'Condition or service area',
    sendingTeam: 'Team that hands over',
    sendingProvider: 'Provider that hands over',
    receivingTeam: 'Team that receives',
    receivingProvider: 'Provider that receives',
    state: 'State',
  },
  'hand-over': {
    ...everyRecord,
    pathway: 'Pathway',
    age: 'Age',
    title: 'What is handed over',
    from: 'From whom',
    to: 'To whom',
    agreed: 'Agreed',
    agreedOn: 'Agreed on',
    task: 'Task that brings it about',
    state: 'State',
  },
  'training-need': {
    ...everyRecord,
    staffGroup: 'Staff group',
    level: 'Level',
    needed: 'People who need it',
    trained: 'People trained',
    asOf: 'As on',
    state: 'State',
  },
  'training-offer': {
    ...everyRecord,
    title: 'Training',
    givenBy: 'Given by',
    staffGroups: 'For which staff groups',
    level: 'Level',
    places: 'Places',
    state: 'State',
  },
  'workforce-post': {
    ...everyRecord,
    title: 'Post',
    provider: 'Provider',
    services: 'Services that it holds up',
    wteFunded: 'Funded, in whole-time equivalents',
    wteInPost: 'In post, in whole-time equivalents',
    vacantSince: 'Vacant since',
    singlePoint: 'Nobody else can do the work',
    state: 'State',
  },
}
