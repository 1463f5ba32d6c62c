import type { ProgrammeState } from '@workplan/domain'
import type { ApiClient } from '../api-client.ts'
import type { Model } from './model.ts'

/** What a command needs: somebody to send it, the model, and chance. */
export interface Turn {
  client: ApiClient
  model: Model
  random: () => number
  example: ProgrammeState
  /** Ids of tasks that there are; new ones are added. */
  tasks: string[]
  reports: string[]
}

/** The item at that place, counted around. */
export function pick<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length]
  if (item === undefined) throw new Error('there is nothing to choose from')
  return item
}
