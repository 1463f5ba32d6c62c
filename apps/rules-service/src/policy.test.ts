import { Action, Role } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { actionsOf, appsOf, isAllowed, policy, type Membership } from './policy.ts'

const as = (role: Role, parts: Partial<Membership> = {}): Membership[] => [
  { role, app: null, workstreams: null, groups: null, ...parts },
]

describe('the policy', () => {
  it('gives everyone the view and nobody an action that does not exist', () => {
    for (const role of Role.options) expect(isAllowed(as(role), 'programme.view')).toBe(true)
    for (const { may } of policy) expect(Action.options).toContain(may)
  })

  it('gives nothing without a membership', () => {
    for (const action of Action.options) expect(isAllowed([], action)).toBe(false)
  })

  it('gives those who look on nothing to change, and a group member nothing but a signature and a say', () => {
    expect(actionsOf(as('viewer'))).toEqual(['programme.view', 'rules.view'])
    expect(actionsOf(as('national-viewer'))).toEqual(['programme.view', 'rules.view'])
    expect(actionsOf(as('group-member'))).toEqual([
      'programme.view',
      'rules.view',
      'report.sign-off',
      'assessment.sign-off',
      'comment.write',
      'comment.change',
    ])
  })

  it('lets only the SRO decide about flags, only a secretary issue reports, only the office change rules', () => {
    const whoMay = (action: Action) => Role.options.filter((role) => isAllowed(as(role), action))
    expect(whoMay('rules.view')).toEqual(Role.options)
    expect(whoMay('rules.manage')).toEqual(['programme-office'])
    expect(whoMay('flag.decide')).toEqual(['sro'])
    expect(whoMay('report.issue')).toEqual(['group-secretary'])
    expect(whoMay('people.manage')).toEqual(['programme-office'])
    expect(whoMay('report.sign-off')).toEqual(['sro', 'group-member'])
    expect(whoMay('journal.view')).toEqual(['sro', 'group-secretary', 'programme-office'])
  })

  it('lets a lead change the tasks of the own app only', () => {
    const lead = as('workstream-lead', { app: 'children' })
    expect(isAllowed(lead, 'task.update', { apps: ['children', 'adult'] })).toBe(true)
    expect(isAllowed(lead, 'task.update', { apps: ['adult'] })).toBe(false)
    expect(isAllowed(lead, 'task.update', { apps: [] })).toBe(false)
    expect(isAllowed(lead, 'task.update', {})).toBe(false)
    expect(isAllowed(as('workstream-lead'), 'task.update', { apps: ['adult'] })).toBe(false)
  })

  it('lets a lead of named workstreams change the tasks of those only', () => {
    const lead = as('workstream-lead', { app: 'adult', workstreams: ['ws.one'] })
    const on = (workstream: string | null) => ({ apps: ['adult' as const], workstream })
    expect(isAllowed(lead, 'task.update', on('ws.one'))).toBe(true)
    expect(isAllowed(lead, 'task.update', on('ws.two'))).toBe(false)
    expect(isAllowed(lead, 'task.update', on(null))).toBe(false)
    expect(isAllowed(lead, 'task.update', { apps: ['children'], workstream: 'ws.one' })).toBe(false)
    expect(
      isAllowed(as('workstream-lead', { app: 'adult', workstreams: [] }), 'task.update', on('ws.one')),
    ).toBe(false)
  })

  it('lets the chair of a group sign off, and no other member', () => {
    const member = as('group-member', { groups: ['group.board'] })
    expect(isAllowed(member, 'report.sign-off', { group: 'group.board', chairs: true })).toBe(true)
    expect(isAllowed(member, 'report.sign-off', { group: 'group.board', chairs: false })).toBe(false)
    expect(isAllowed(member, 'report.sign-off', { group: 'group.other', chairs: true })).toBe(false)
    expect(isAllowed(as('sro'), 'report.sign-off', { group: 'group.other' })).toBe(true)
  })

  it('lets a lead keep what the own app keeps, also one of some workstreams only', () => {
    const lead = as('workstream-lead', { app: 'children', workstreams: ['ws.one'] })
    expect(isAllowed(lead, 'arrangement.update', { apps: ['children', 'adult'] })).toBe(true)
    expect(isAllowed(lead, 'service.update', { apps: ['adult'] })).toBe(false)
    expect(isAllowed(as('viewer'), 'arrangement.update', { apps: ['children'] })).toBe(false)
  })

  it('lets a secretary write for the own groups only', () => {
    const ofOne = as('group-secretary', { groups: ['group.board'] })
    expect(isAllowed(ofOne, 'report.issue', { group: 'group.board' })).toBe(true)
    expect(isAllowed(ofOne, 'report.issue', { group: 'group.other' })).toBe(false)
    expect(isAllowed(as('group-secretary'), 'report.issue', { group: 'group.other' })).toBe(true)
    expect(isAllowed(as('group-secretary', { groups: [] }), 'report.issue', { group: 'g' })).toBe(false)
  })

  it('adds up the roles of one person', () => {
    const both = [...as('viewer'), ...as('workstream-lead', { app: 'workforce' })]
    expect(actionsOf(both)).toEqual([
      'programme.view',
      'rules.view',
      'task.create',
      'task.update',
      'metric.update',
      'arrangement.update',
      'service.update',
      'question.answer',
      'acceptance.request',
      'assessment.start',
      'assessment.answer',
      'assessment.sign-off',
      'comment.write',
      'comment.change',
    ])
    expect(appsOf(as('workstream-lead', { app: 'workforce' }))).toEqual(['governance', 'workforce'])
    expect(appsOf(as('group-secretary'))).toEqual(['governance'])
  })
})
