import type { TaskSaved, TaskView } from '@workplan/domain'
import { wholeNumber } from '../../src/testing/seeded-random.ts'
import { newTask, PROGRAMME } from '../writers.ts'
import { pick, type Turn } from './turn.ts'

const STATUSES = ['not-started', 'in-progress', 'done', 'unknown'] as const

export async function createTask({ client, model, tasks }: Turn): Promise<void> {
  const mark = model.nextMark()
  const answer = await client.send(`${PROGRAMME}/tasks`, {
    json: { ...newTask, title: `Task of ${mark.replace('.', '')}`, reason: mark },
    headers: { 'idempotency-key': mark },
  })
  if (!model.expect('create a task', answer, [201])) return
  const { item } = answer.json<TaskSaved>()
  model.wrote(`task ${item.task.id}`, 0, item.version)
  model.written.set(mark, 'task.created')
  tasks.push(item.task.id)
}

export async function updateTask(turn: Turn): Promise<void> {
  const { model } = turn
  const seen = await readTask(turn)
  if (!seen) return
  const mark = model.nextMark()
  const answer = await sendUpdate(turn, seen, seen.version, mark)
  if (!model.expect('update a task', answer, [200, 412])) return
  const { item } = answer.json<TaskSaved>()
  if (item.task.progress !== mark) model.breaches.push(`${mark} was answered with other text`)
  model.wrote(`task ${seen.task.id}`, seen.version, item.version)
  model.written.set(mark, 'task.updated')
}

/** A version that is known to be past must be refused. */
export async function updateStale(turn: Turn): Promise<void> {
  const seen = await readTask(turn)
  if (!seen) return
  const answer = await sendUpdate(turn, seen, seen.version - 1, turn.model.nextMark())
  turn.model.expect('update a task from a stale version', answer, [412])
}

/** The same request under the same key gets the same answer, another one under that key is refused. */
export async function repeatWrite(turn: Turn): Promise<void> {
  const { client, model } = turn
  const seen = await readTask(turn)
  if (!seen) return
  const mark = model.nextMark()
  const send = (progress: string) =>
    client.send(`${PROGRAMME}/tasks/${seen.task.id}`, {
      method: 'PATCH',
      json: { progress, reason: mark },
      headers: { 'if-match': `"${seen.version}"`, 'idempotency-key': mark },
    })
  const [one, other] = await Promise.all([send(mark), send(mark)])
  const first = model.expect('update a task under a key', one, [200, 412])
  const second = model.expect('the same again at once', other, [200, 412])
  if (first !== second) model.breaches.push(`${mark}: one of two equal requests was done, the other refused`)
  if (!first || !one) return
  if (one.text !== other?.text) model.breaches.push(`${mark}: two equal requests were answered differently`)
  model.wrote(`task ${seen.task.id}`, seen.version, one.json<TaskSaved>().item.version)
  model.written.set(mark, 'task.updated')
  const later = await send(mark)
  if (model.expect('the same again later', later, [200]) && later.text !== one.text)
    model.breaches.push(`${mark}: the answer changed`)
  model.expect('another request under that key', await send(`${mark} Otherwise`), [409])
}

/** What is read is never older than what was acknowledged before. */
export async function readThings(turn: Turn): Promise<void> {
  const { client, model, tasks, random } = turn
  const id = pick(tasks, wholeNumber(random, 0, tasks.length - 1))
  const known = model.versions.get(`task ${id}`)?.latest ?? 0
  const answer = await client.send(`${PROGRAMME}/tasks/${id}`)
  if (model.expect('read a task', answer, [200]) && answer.json<TaskView>().version < known)
    model.breaches.push(`task ${id} was read older than its acknowledged version ${known}`)
  model.expect('read flags', await client.send(`${PROGRAMME}/flags?limit=20`), [200])
}

async function readTask({ client, model, tasks, random }: Turn): Promise<TaskView | null> {
  // A few of them, so that clients meet.
  const id = pick(tasks, wholeNumber(random, 0, 9))
  const answer = await client.send(`${PROGRAMME}/tasks/${id}`)
  return model.expect('read a task', answer, [200]) ? answer.json<TaskView>() : null
}

function sendUpdate({ client, random }: Turn, { task }: TaskView, version: number, mark: string) {
  return client.send(`${PROGRAMME}/tasks/${task.id}`, {
    method: 'PATCH',
    json: { status: pick(STATUSES, wholeNumber(random, 0, 3)), progress: mark, reason: mark },
    headers: { 'if-match': `"${version}"` },
  })
}
