import type { Action, PersonView } from '@workplan/domain'
import { AppError } from './errors.ts'
import { isAllowed, type ActedOn, type Membership } from './policy.ts'

/** A person in a programme, with their roles there. */
export interface Member {
  person: PersonView
  programme: string
  memberships: readonly Membership[]
}

/** True when the member may do that (to that thing). */
export function may(member: Member, action: Action, on?: ActedOn): boolean {
  return isAllowed(member.memberships, action, on)
}

/** Throws `not-allowed` unless the member may do that to that thing. */
export function requireAction(member: Member, action: Action, on?: ActedOn): void {
  if (!may(member, action, on))
    throw new AppError('not-allowed', `Your role in this programme does not allow ${actionInWords[action]}.`)
}

const actionInWords: Record<Action, string> = {
  'programme.view': 'seeing it',
  'task.create': 'adding this task',
  'task.update': 'changing this task',
  'metric.update': 'changing metrics and their readings',
  'arrangement.update': 'changing this arrangement',
  'service.update': 'changing this service',
  'assessment.start': 'starting a round',
  'assessment.answer': 'answering this measure',
  'assessment.sign-off': 'signing off a round',
  'assessment.withdraw': 'withdrawing a round',
  'flag.decide': 'deciding about flags',
  'question.answer': 'answering questions about flags',
  'dispute.answer': 'answering a disputed flag',
  'acceptance.request': 'asking for an acceptance',
  'report.draft': 'drafting a report for this group',
  'report.edit': 'changing this report',
  'report.issue': 'issuing this report',
  'report.sign-off': 'signing off this report',
  'groups.manage': 'changing groups',
  'meeting.manage': 'changing meetings of this group',
  'report.escalate': 'escalating questions of this report',
  'comment.write': 'writing comments',
  'comment.change': 'changing the comments of others',
  'foi.write': 'writing FOI packs',
  'foi.approve': 'approving FOI packs',
  'journal.view': 'seeing the journal',
  'rules.view': 'seeing the rules',
  'rules.manage': 'changing rules',
  'people.manage': 'changing who is in it',
  'approvals.manage': 'changing what needs two people',
  'templates.manage': 'changing the template of Word documents',
}
