import type { ActedOn } from '../../src/policy.ts'
import { lateCases, lateRule } from '../../src/testing/own-rule.ts'
import { personId } from './actors.ts'
import { postOf } from './programmes.ts'
import { roundBodies } from './rounds.ts'
import { adult, board, children, delivery } from './targets.ts'

const period = { from: '2022-07-01', to: '2022-09-30' }
const rule = { document: { ...lateRule, title: 'Another' }, cases: lateCases }
const viewer = { role: 'viewer', app: null, workstreams: null, groups: null }

/** A body that the route would accept, for each thing that a body without an id can be about. */
interface Body {
  about: string
  json: unknown
  on?: ActedOn
  /** The same with an id of beta in it. */
  foreign?: unknown
  /** Where the version for `If-Match` is read, when that is not what the path names. */
  versionOf?: string
  /** The version itself, where nothing there is to be read has it. */
  version?: number
}

const one = (json: unknown, foreign?: unknown): Body[] => [
  { about: '', json, ...(foreign !== undefined && { foreign }) },
]

const newMeeting = { title: 'New', date: '2023-04-01', agenda: [] }
const newGroup = {
  ...{ name: 'New', kind: 'themed', state: 'active', reportsTo: [] },
  ...{ chair: null, endsOn: null, reports: null, reason: 'For tests' },
}
const tasksChange = (id: string) => ({ tasks: [{ id, version: 1, change: { progress: 'Tried' } }] })
const newTask = { title: 'New', audience: ['adult'], serves: [] }

/** The late task of the programmes that access is tried on. */
const FLAG = 'task-overdue~alpha.task.adult'

function mentionOf(actor: string): string {
  return `Ask @[${personId(actor)}]`
}

/** Sound bodies by route; a write that stands not here is reported as one that nobody tries. */
export const bodies: Readonly<Record<string, readonly Body[]>> = {
  'POST /tasks': [
    {
      about: 'in a workstream of the lead',
      json: { ...newTask, workstream: 'alpha.ws.adult' },
      on: adult,
      foreign: { ...newTask, workstream: 'beta.ws.adult' },
    },
    {
      about: 'in another workstream',
      json: { ...newTask, audience: ['children'], workstream: 'alpha.ws.children' },
      on: children,
    },
  ],
  'PATCH /tasks/{id}': one({ progress: 'Tried' }, { owner: personId('office-of-beta') }),
  'POST /metrics': one({ title: 'For tests', kind: 'indicator', outcome: null }),
  'PATCH /metrics/{id}': one({ target: 30, reason: 'For tests' }),
  'POST /metrics/{id}/readings': one({
    value: 41,
    unit: 'percent',
    period: '2023-01',
    dataset: 'For tests',
  }),
  'PATCH /readings/{id}': one({ value: 42, reason: 'For tests' }),
  'POST /tasks/changes': [
    {
      about: 'in a workstream of the lead',
      json: tasksChange('alpha.task.adult'),
      on: adult,
      foreign: tasksChange('beta.task.adult'),
    },
    { about: 'in another workstream', json: tasksChange('alpha.task.children'), on: children },
  ],
  'POST /tasks/undo': [
    {
      about: 'in a workstream of the lead',
      json: { tasks: [{ id: 'alpha.task.adult', version: 2 }] },
      on: adult,
      foreign: { tasks: [{ id: 'beta.task.adult', version: 2 }] },
    },
  ],
  'POST /arrangements': [
    {
      about: 'a post',
      json: { kind: 'workforce-post', record: postOf(['alpha.service']) },
      on: { apps: ['workforce'] },
      foreign: { kind: 'workforce-post', record: postOf(['beta.service']) },
    },
  ],
  'PATCH /arrangements/{id}': one(
    { kind: 'workforce-post', change: { wteInPost: 0.5 } },
    { kind: 'workforce-post', change: { services: ['beta.service'] } },
  ),
  'PATCH /services/{id}': one(
    { change: { capacityConcern: true } },
    { change: { localities: ['beta.place'] } },
  ),
  'POST /flags/{id}/decisions': one(
    { kind: 'ask', question: 'Why?' },
    { kind: 'assign', task: 'beta.task.adult' },
  ),
  'POST /flags/decisions': [
    {
      about: '',
      json: { flags: [FLAG], decision: { kind: 'ask', question: 'Why?' } },
      foreign: { flags: ['task-overdue~beta.task.adult'], decision: { kind: 'ask', question: 'Why?' } },
      versionOf: '/flags',
    },
  ],
  'PUT /flag-review': one({ seq: 1 }),
  'POST /flags/{id}/answers': one({ text: 'For tests' }),
  'POST /flags/{id}/acceptance-requests': one({ until: '2023-06-01', rationale: 'For tests' }),
  'POST /comments': [
    ...one(
      { about: { kind: 'task', id: 'alpha.task.adult' }, text: 'Tried' },
      { about: { kind: 'task', id: 'beta.task.adult' }, text: 'Tried' },
    ),
    ...one(
      { about: { kind: 'flag', id: FLAG }, text: 'Tried' },
      { about: { kind: 'flag', id: FLAG }, text: mentionOf('office-of-beta') },
    ),
  ],
  'PATCH /comments/{id}': one({ text: 'Tried' }, { text: mentionOf('office-of-beta') }),
  'PUT /notifications/read': one({ seq: 1 }),
  'PUT /notifications/settings': [
    {
      about: '',
      json: { frequency: 'weekly', weekday: 1, address: null },
      versionOf: '/notifications/settings',
    },
  ],
  'POST /reports': [
    {
      about: 'for the board',
      json: { group: 'alpha.group.board', period },
      on: board,
      foreign: { group: 'beta.group.board', period },
    },
    { about: 'for another group', json: { group: 'alpha.group.delivery', period }, on: delivery },
  ],
  'PATCH /reports/{id}': one({ title: 'Tried', refresh: true }),
  'POST /reports/{id}/sign-off': one({}),
  'POST /reports/{id}/issue': one({}),
  'POST /reports/{id}/corrections': one({ reason: 'For tests' }),
  'PUT /word-template': [{ about: '', json: { template: null }, versionOf: '/word-template' }],
  'PUT /approvals': [{ about: '', json: { acceptance: true, reports: false }, versionOf: '/approvals' }],
  'PUT /reports/{id}/owners': [
    {
      about: '',
      json: { section: 'summary', owner: personId('office') },
      foreign: { section: 'summary', owner: personId('office-of-beta') },
      version: 0,
    },
  ],
  'POST /reports/{id}/withdraw': one({ reason: 'For tests' }),
  'POST /comments/{id}/resolution': one({ resolved: true }),
  'POST /reports/{id}/escalations': one(
    { to: 'alpha.group.delivery', asked: null, questions: [{ title: 'May we?', work: null }] },
    { to: 'beta.group.delivery', asked: null, questions: [{ title: 'May we?', work: null }] },
  ),
  'POST /meetings': [
    {
      about: 'of the board',
      json: { ...newMeeting, group: 'alpha.group.board' },
      on: board,
      foreign: { ...newMeeting, group: 'beta.group.board' },
    },
    { about: 'of another group', json: { ...newMeeting, group: 'alpha.group.delivery' }, on: delivery },
  ],
  'PATCH /meetings/{id}': one(
    { title: 'Tried' },
    { agenda: [{ title: 'Work', about: { kind: 'task', id: 'beta.task.adult' }, minutes: null }] },
  ),
  'POST /meetings/{id}/decisions': one(
    { title: 'Tried', item: null, reason: null, answers: null },
    { title: 'Tried', item: null, reason: null, answers: 'beta.escalation' },
  ),
  'POST /meetings/{id}/actions': one(
    { item: null, task: { id: 'alpha.task.adult' } },
    { item: null, task: { id: 'beta.task.adult' } },
  ),
  'POST /decisions/{id}/withdraw': one({ reason: 'For tests' }),
  'POST /actions/{id}/withdraw': one({ reason: 'For tests' }),
  'POST /groups': one(newGroup, { ...newGroup, reportsTo: ['beta.group.board'] }),
  'PATCH /groups/{id}': one(
    { name: 'Tried', reason: 'For tests' },
    { reportsTo: ['beta.group.board'], chair: personId('office-of-beta'), reason: 'For tests' },
  ),
  'POST /groups/{id}/retire': one(
    { endedOn: '2023-03-01', successor: null, reason: 'For tests' },
    { endedOn: '2023-03-01', successor: 'beta.group.board', reason: 'For tests' },
  ),
  'POST /foi-packs': one({
    ...{ title: 'Tried', reference: null, receivedOn: null, asAt: '2023-01-01', questionSet: null },
    questions: ['Why?'],
  }),
  'PATCH /foi-packs/{id}': one({ answers: [{ number: '1', answer: { letters: [], text: 'Tried' } }] }),
  'POST /foi-packs/{id}/refresh': one({}),
  'POST /foi-packs/{id}/approval': one({}),
  'POST /foi-packs/{id}/withdrawal': one({ reason: 'For tests' }),
  'POST /rules/check': one(rule),
  'POST /rules/try': one(rule),
  'POST /rules': one(rule),
  'PUT /rules/{id}': one(rule),
  'DELETE /rules/{id}/draft': one(undefined),
  'POST /rules/{id}/publish': one({ reason: 'For tests' }),
  'POST /rules/{id}/end': one({ reason: 'For tests' }),
  'PUT /rules/{id}/settings': one({ enabled: false, severity: null, thresholds: {}, reason: 'For tests' }),
  'POST /rules/{id}/settings/preview': one({ enabled: false, severity: null, thresholds: {} }),
  'POST /people': one(
    { name: 'New', title: '', roles: [viewer] },
    { name: 'New', title: '', roles: [{ ...viewer, role: 'group-member', groups: ['beta.group.board'] }] },
  ),
  'PUT /people/{id}/roles': one(
    { roles: [{ ...viewer, role: 'sro' }] },
    { roles: [{ ...viewer, role: 'group-member', groups: ['beta.group.board'] }] },
  ),
  'POST /people/{id}/invitation': one({}),
  'POST /people/{id}/hand-over': one({ to: personId('office') }, { to: personId('office-of-beta') }),
  'POST /my-data': one({}),
  'POST /people/{id}/export': one({}),
  'PUT /people/{id}/hold': one({ because: null }),
  'PUT /people/{id}/state': one({ on: false }),
  'POST /people/{id}/removal': one({}),
  ...roundBodies,
  'POST /what-if': one(
    { kind: 'task', id: 'alpha.task.adult', change: { progress: 'Tried' } },
    { kind: 'task', id: 'beta.task.adult', change: { progress: 'Tried' } },
  ),
  'POST /coverage/what-if': one(
    { service: 'alpha.service', change: { conditional: null } },
    { service: 'beta.service', change: { conditional: null } },
  ),
}

/** What a route needs in its query to answer at all; the journal begins only now. */
export function queryOf(path: string): string {
  if (path === '/reports/{id}/document') return '?format=json'
  if (path === '/meetings/{id}/document') return '?format=html'
  if (path === '/reports/{id}/verify-file') return `?format=json&form=1&sha256=${'0'.repeat(64)}`
  if (path === '/comments') return '?kind=task&id=alpha.task.adult'
  return path === '/compare' ? `?from=${encodeURIComponent(new Date().toISOString())}` : ''
}
