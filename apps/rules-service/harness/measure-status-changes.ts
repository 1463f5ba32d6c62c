import type { TaskSaved, TaskView } from '@workplan/domain'
import { Client } from 'pg'
import { type ApiClient, clientWith } from './api-client.ts'
import { type BenchDatabase, MEASURED } from './bench-database.ts'
import { startServiceProcess } from './started-service.ts'

/** Milliseconds of each change of status over HTTP, and of each bare commit. */
export interface StatusChangeTimes {
  changes: number[]
  commits: number[]
}

const WARM_UP = 30

/** Changes the status of one task again and again, and in turn commits one row over a connection of the same kind. */
export async function measureStatusChanges(bench: BenchDatabase, rounds: number): Promise<StatusChangeTimes> {
  const service = await startServiceProcess({
    dataFolder: bench.folder,
    databaseUrl: bench.url,
    secret: bench.secret,
  })
  const bare = new Client({ connectionString: bench.ownerUrl })
  await bare.connect()
  try {
    await bare.query('create table if not exists bare (id integer primary key, value integer not null)')
    await bare.query('insert into bare values (1, 0) on conflict do nothing')
    const change = await statusChange(clientWith(bench.cookies, () => service.address))
    const commit = () => bare.query('update bare set value = value + 1 where id = 1')
    const times: StatusChangeTimes = { changes: [], commits: [] }
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const changed = await timed(change)
      const committed = await timed(commit)
      if (round < 0) continue
      times.changes.push(changed)
      times.commits.push(committed)
    }
    return times
  } finally {
    await bare.end()
    await service.stop()
  }
}

/** Sets the first task to another status than it has, each time it is called. */
async function statusChange(client: ApiClient): Promise<() => Promise<void>> {
  const path = `/api/programmes/${MEASURED}/tasks`
  const found = await client.send(path)
  const view = found?.json<{ items: TaskView[] }>().items[0]
  if (!view) throw new Error(`there is no task: ${found?.text.slice(0, 200)}`)
  let { version } = view
  return async () => {
    const status = version % 2 === 0 ? 'in-progress' : 'not-started'
    const answer = await client.send(`${path}/${view.task.id}`, {
      method: 'PATCH',
      json: { status },
      headers: { 'if-match': `"${version}"` },
    })
    if (answer?.status !== 200) throw new Error(`the task was not changed: ${answer?.text.slice(0, 200)}`)
    version = answer.json<TaskSaved>().item.version
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
