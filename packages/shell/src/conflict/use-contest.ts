import { shallowRef } from 'vue'
import { isProblem } from '../api/api-problem.ts'
import type { WhoWasFirst } from './contested-field.ts'

/** Two people changed one thing: what both began from, what this person wrote, and what stands now. */
export interface Contest<Stored, Written> {
  base: Stored
  mine: Written
  now: Stored
  changed: WhoWasFirst
}

/** Sends changes of one thing. Where somebody was first, `contest` holds both versions until one is chosen. */
export function useContest<Stored, Written>() {
  const contest = shallowRef<Contest<Stored, Written> | null>(null)

  /** Makes a change that was written on `base`. Throws what it throws. */
  async function settle<Result>(base: Stored, mine: Written, change: () => Promise<Result>): Promise<Result> {
    contest.value = null
    try {
      return await change()
    } catch (error) {
      if (isProblem(error, 'stale-version'))
        contest.value = { base, mine, now: error.current as Stored, changed: error.changed }
      throw error
    }
  }

  function drop(): void {
    contest.value = null
  }

  return { contest, settle, drop }
}
