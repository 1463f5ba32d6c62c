import { z } from 'zod'

export const Role = z.enum([
  'viewer',
  'workstream-lead',
  'sro',
  'group-member',
  'group-secretary',
  'programme-office',
])
export type Role = z.infer<typeof Role>

/** What a person may do in a programme. `task.update` is for the tasks of their own workstreams only, unless they are the programme office. */
export const Action = z.enum([
  'programme.view',
  'task.create',
  'task.update',
  'flag.decide',
  'report.draft',
  'report.edit',
  'report.issue',
  'journal.view',
  'rules.view',
  'rules.manage',
])
export type Action = z.infer<typeof Action>
