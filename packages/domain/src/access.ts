import { z } from 'zod'

export const Role = z.enum([
  'viewer',
  'national-viewer',
  'workstream-lead',
  'sro',
  'group-member',
  'group-secretary',
  'programme-office',
])
export type Role = z.infer<typeof Role>

/** What a person may do in a programme; the service's policy says who, and under which condition. */
export const Action = z.enum([
  'programme.view',
  'task.create',
  'task.update',
  'metric.update',
  'arrangement.update',
  'service.update',
  'assessment.start',
  'assessment.answer',
  'assessment.sign-off',
  'assessment.withdraw',
  'flag.decide',
  'question.answer',
  'dispute.answer',
  'acceptance.request',
  'report.draft',
  'report.edit',
  'report.issue',
  'report.sign-off',
  'groups.manage',
  'meeting.manage',
  'report.escalate',
  'comment.write',
  'comment.change',
  'foi.write',
  'foi.approve',
  'journal.view',
  'rules.view',
  'rules.manage',
  'people.manage',
  'approvals.manage',
  'templates.manage',
])
export type Action = z.infer<typeof Action>
