import type { TaskSaved, TaskView } from '@workplan/domain'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type BenchDatabase, MEASURED } from './bench-database.ts'
import { keepAliveClient, type Send } from './keep-alive-client.ts'
import { startServiceProcess } from './started-service.ts'

/** Milliseconds from the start until it served, of each change of status over HTTP, and of each bare commit. */
export interface StatusChangeTimes {
  start: number
  changes: number[]
  commits: number[]
}

/** Changes before the first that is timed: a service that has just started has not compiled all it runs. */
const WARM_UP = 200

/** Changes the status of one task again and again, and in turn commits one row over a connection of the same kind. */
export async function measureStatusChanges(bench: BenchDatabase, rounds: number): Promise<StatusChangeTimes> {
  const began = performance.now()
  const service = await startServiceProcess({
    dataFolder: bench.folder,
    databaseUrl: bench.url,
    secret: bench.secret,
  })
  const start = performance.now() - began
  const bare = new Client({ connectionString: bench.ownerUrl })
  await bare.connect()
  const { send, close } = keepAliveClient(service.address, bench.cookies)
  try {
    await bare.query('create table if not exists bare (id integer primary key, value integer not null)')
    await bare.query('insert into bare values (1, 0) on conflict do nothing')
    await untilQuiet(bare)
    const change = await statusChange(send)
    const commit = () => bare.query('update bare set value = value + 1 where id = 1')
    const times: StatusChangeTimes = { start, changes: [], commits: [] }
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const changed = await timed(change)
      const committed = await timed(commit)
      if (round < 0) continue
      times.changes.push(changed)
      times.commits.push(committed)
    }
    return times
  } finally {
    close()
    await bare.end()
    await service.stop()
  }
}

/** After its start the service judges every programme, also those that nobody asks for. */
async function untilQuiet(client: Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(`
      select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and state is not null and (state <> 'idle' or state_change > now() - interval '1 second')`)
    if (rowCount === 0) return
    await sleep(250)
  }
}

/** Sets the first task to another status than it has, each time it is called. */
async function statusChange(send: Send): Promise<() => Promise<void>> {
  const path = `/api/programmes/${MEASURED}/tasks`
  const found = await send(path, { method: 'GET' })
  const { items } = JSON.parse(found.text) as { items?: TaskView[] }
  const view = items?.[0]
  if (!view) throw new Error(`there is no task: ${found.text.slice(0, 200)}`)
  let { version } = view
  return async () => {
    const status = version % 2 === 0 ? 'in-progress' : 'not-started'
    const answer = await send(`${path}/${view.task.id}`, {
      method: 'PATCH',
      json: { status },
      headers: { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() },
    })
    if (answer.status !== 200) throw new Error(`the task was not changed: ${answer.text.slice(0, 200)}`)
    version = (JSON.parse(answer.text) as TaskSaved).item.version
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
