import type { FlagSummary } from '@workplan/domain'
import { wholeNumber } from '../../src/testing/seeded-random.ts'
import { PROGRAMME } from '../writers.ts'
import { pick, type Turn } from './turn.ts'

/** Decides about a flag that stood a moment ago. */
export async function decideFlag({ client, model, random, tasks }: Turn): Promise<void> {
  const found = await client.send(`${PROGRAMME}/flags?limit=50`)
  if (!model.expect('read flags', found, [200])) return
  const { items } = found.json<{ items: FlagSummary[] }>()
  if (items.length === 0) return
  const flag = pick(items, wholeNumber(random, 0, items.length - 1))
  const mark = model.nextMark()
  const decisions = [
    { kind: 'assign', task: pick(tasks, wholeNumber(random, 0, tasks.length - 1)), rationale: mark },
    { kind: 'accept', until: '2023-12-31', rationale: mark },
    { kind: 'dispute', rationale: mark },
    { kind: 'ask', question: mark },
    {
      kind: 'assign',
      // Without the full stop that makes a mark: what is said of the new work's own flags names it.
      newTask: { title: `Work of ${mark.replace('.', '')}`, workstream: null, owner: null, due: '2024' },
      rationale: mark,
    },
  ]
  const json = pick(decisions, wholeNumber(random, 0, decisions.length - 1))
  const path = `${PROGRAMME}/flags/${encodeURIComponent(flag.id)}`
  const seen = await client.send(path)
  if (!model.expect('read a flag', seen, [200])) return
  const { version } = seen.json<{ version: number }>()
  const answer = await client.send(`${path}/decisions`, {
    json,
    headers: { 'idempotency-key': mark, 'if-match': `"${version}"` },
  })
  if (!model.expect('decide about a flag', answer, [200, 409, 412])) return
  model.written.set(mark, 'flag.')
}
