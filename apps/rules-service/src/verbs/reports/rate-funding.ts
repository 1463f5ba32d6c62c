import type { RatedRag, Task } from '@workplan/domain'

/** Rates whether work waits for money; see `RATING_DEFINITIONS.funding`. */
export function rateFunding(tasks: readonly Task[]): RatedRag {
  const open = tasks.filter((task) => task.status !== 'done')
  const stopped = open.filter((task) => task.status === 'blocked' && task.statusReason === 'funding-needed')
  const waiting = open.filter((task) => task.fundingNeeded === true && !stopped.includes(task))
  const funded = open.filter((task) => task.fundingNeeded === false && !stopped.includes(task))
  const silent = open.filter((task) => task.fundingNeeded === null && !stopped.includes(task))
  const reasons = [
    reason(stopped, 'blocked until money is found'),
    reason(waiting, 'in need of money, not blocked by it'),
    reason(funded, 'in no need of more money'),
    reason(silent, 'without word on whether money is needed'),
  ].filter((entry) => entry !== null)
  if (stopped.length > 0) return { rag: 'red', reasons }
  if (waiting.length > 0) return { rag: 'amber', reasons }
  if (funded.length > 0) return { rag: 'green', reasons }
  return { rag: tasks.length > 0 && open.length === 0 ? 'complete' : 'not-rated', reasons }
}

function reason(tasks: readonly Task[], what: string): RatedRag['reasons'][number] | null {
  if (tasks.length === 0) return null
  const count = tasks.length === 1 ? '1 open task' : `${tasks.length} open tasks`
  return { text: `${count} ${what}`, records: tasks.map(({ id }) => id) }
}
