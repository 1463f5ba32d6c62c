import type { ActedOn } from '../../src/policy.ts'
import { personId } from './actors.ts'
import type { MadeRecords } from './programmes.ts'
import { foreignRounds, roundTargets } from './rounds.ts'

/** One thing in alpha that a route can be asked for, by the ids that stand for `{id}` and `{kind}` in its path. */
export interface Target {
  state: string
  id: string
  kind?: string
  on: ActedOn
  /** The one route it is there for; without it, every route that fits is tried on it. */
  onlyFor?: string
}

/** What the records of alpha are acted on as. */
export const adult: ActedOn = { apps: ['adult'], workstream: 'alpha.ws.adult' }
export const children: ActedOn = { apps: ['children'], workstream: 'alpha.ws.children' }
export const board: ActedOn = { group: 'alpha.group.board' }
export const delivery: ActedOn = { group: 'alpha.group.delivery' }

/** The things in alpha by the part of a path before `{id}`. */
export function targetsIn(made: MadeRecords): Record<string, readonly Target[]> {
  return {
    tasks: [
      { state: 'in a workstream of the lead', id: 'alpha.task.adult', on: adult },
      { state: 'in another workstream', id: 'alpha.task.children', on: children },
    ],
    metrics: [{ state: 'with a reading', id: 'alpha.metric', on: {} }],
    readings: [{ state: 'of a metric', id: 'alpha.reading', on: {} }],
    arrangements: [{ state: 'post', id: 'alpha.post', on: { apps: ['workforce'] } }],
    services: [{ state: 'for adults', id: 'alpha.service', on: { apps: ['adult'] } }],
    flags: [{ state: 'open', id: made.flag, on: {} }],
    comments: [
      { state: 'of the office', id: made.comment, on: {} },
      {
        state: 'on a section of a draft',
        id: made.commentOnSection,
        on: {},
        onlyFor: '/comments/{id}/resolution',
      },
    ],
    reports: [
      { state: 'draft', id: made.draftOfBoard, on: board },
      { state: 'draft of another group', id: made.draftOfDelivery, on: delivery },
      { state: 'issued', id: made.issued, on: board },
      {
        state: 'draft to give up',
        id: made.draftOfSpare,
        on: { group: 'alpha.group.spare' },
        onlyFor: '/reports/{id}/withdraw',
      },
    ],
    rules: [
      { state: 'of Workplan', id: 'task-overdue', on: {} },
      { state: 'draft', id: made.ruleDraft, on: {} },
      { state: 'live', id: made.ruleLive, on: {} },
      { state: 'ended', id: made.ruleEnded, on: {} },
    ],
    people: [
      { state: 'member', id: personId('spare'), on: {} },
      { state: 'invited', id: made.invited, on: {} },
    ],
    records: [
      { state: 'task', kind: 'task', id: 'alpha.task.adult', on: {} },
      { state: 'group', kind: 'group', id: 'alpha.group.board', on: {} },
    ],
    groups: [{ state: 'without a draft', id: 'alpha.group.quiet', on: {} }],
    meetings: [
      { state: 'of the board', id: 'alpha.meeting', on: board },
      { state: 'of another group', id: 'alpha.meeting.delivery', on: delivery },
    ],
    'foi-packs': [
      { state: 'that is answered', id: 'alpha.pack', on: {} },
      { state: 'that is not', id: 'alpha.pack.other', on: {} },
    ],
    decisions: [{ state: 'standing', id: 'alpha.decision', on: board }],
    actions: [{ state: 'standing', id: 'alpha.action', on: board }],
    ...roundTargets,
    requirements: [{ state: 'of a framework', id: 'ambitions.1.1.3', on: {} }],
  }
}

/** The ids of the same kinds in beta, which must be as unknown in alpha as ids that are nowhere. */
export function foreignIn(made: MadeRecords): Record<string, readonly { id: string; kind?: string }[]> {
  return {
    tasks: [{ id: 'beta.task.adult' }],
    metrics: [{ id: 'beta.metric' }],
    readings: [{ id: 'beta.reading' }],
    arrangements: [{ id: 'beta.post' }],
    services: [{ id: 'beta.service' }],
    flags: [{ id: made.flag }],
    comments: [{ id: made.comment }],
    reports: [{ id: made.draftOfBoard }, { id: made.issued }],
    rules: [{ id: made.ruleDraft }, { id: made.ruleLive }, { id: made.ruleEnded }],
    people: [{ id: personId('office-of-beta') }],
    records: [
      { kind: 'task', id: 'beta.task.adult' },
      { kind: 'group', id: 'beta.group.board' },
    ],
    groups: [{ id: 'beta.group.board' }],
    meetings: [{ id: 'beta.meeting' }],
    'foi-packs': [{ id: 'beta.pack' }],
    decisions: [{ id: 'beta.decision' }],
    actions: [{ id: 'beta.action' }],
    ...foreignRounds,
    requirements: [],
  }
}
