import { sql } from 'drizzle-orm'
import type { Database } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** Changes the progress of a programme's first task, by the way every change takes. */
export async function changeFirstTask(store: Store, programme: string, progress: string): Promise<void> {
  await store.change(
    { programme, actor: 'person.sro', idempotency: null },
    (change) => {
      const [task] = change.before.state.records.task
      if (!task) throw new Error('there is no task')
      const expectedVersion = change.before.versions.get(`task/${task.id}`) ?? null
      change.put('task', { ...task, progress }, { expectedVersion, action: 'task.updated', why: progress })
    },
    () => null,
  )
}

/** Writes what is hard to carry over: reports that refer to a later one, nulls of two kinds, numbers beyond a double. */
export async function addAwkwardRows(database: Database, programme: string): Promise<void> {
  const content = { text: 'Zoë “said” \\ 🙂\u2028', exact: null }
  for (const [id, number, status, next] of [
    ['report.2', 2, 'issued', null],
    ['report.1', 1, 'superseded', 'report.2'],
  ] as const)
    await database.execute(sql`
      insert into reports (programme, id, version, number, title, "group", period_from, period_to, status, content,
        hash, drafted_at, drafted_by, issued_at, issued_by, issued_seq, superseded_by)
      values (${programme}, ${id}, 3, ${number}, 'A report', 'group.a', '2023-01-01', '2023-03-31', ${status},
        ${content}, 'x', '2023-04-01T10:00:00.123Z', 'person.sro', '2023-04-02T00:00:00Z', 'person.sro', 5, ${next})`)
  await database.execute(sql`
    insert into decisions (programme, flag, decision, by, at, as_at) values
      (${programme}, 'b', '{"n": 12345678901234567890.50, "later": false}', 'person.sro', now(), '2023-03-13'),
      (${programme}, 'a', 'null', 'person.sro', now(), '2023-03-13')`)
  await database.execute(sql`
    insert into person_marks values
      (${programme}, 'person.sro', 'alerts', 9007199254740992, '2023-03-13T10:00:00.001Z', '2023-03-13')`)
  await database.execute(sql`
    insert into notification_preferences values (${programme}, 'person.sro', 'weekly', 7, ${'zoë@example.nhs.uk'})`)
  await database.execute(sql`
    insert into idempotency_keys values (${programme}, 'person.sro', 'key', 'hash', ${'{"a": 1}\n'}, now())`)
}
