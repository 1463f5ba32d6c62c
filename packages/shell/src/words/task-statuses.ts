import type { StatusReason } from '@workplan/domain'
import { reasonWords } from './words.ts'

/** The statuses of a task, in the order in which work goes through them. */
export const taskStatuses = ['not-started', 'in-progress', 'blocked', 'done', 'unknown'] as const

/** What can block a task. */
export const blockReasons = Object.keys(reasonWords) as StatusReason[]
