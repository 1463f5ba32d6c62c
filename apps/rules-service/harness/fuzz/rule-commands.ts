import type { RuleDetail, RuleSaved } from '@workplan/domain'
import { wholeNumber } from '../../src/testing/seeded-random.ts'
import { PROGRAMME } from '../writers.ts'
import { pick, type Turn } from './turn.ts'

const RULES = ['task-overdue', 'task-without-owner', 'level-without-evidence']
const SEVERITIES = ['high', 'medium', 'low'] as const

/** Sets one of a few rules; a setting that is there already is refused as input. */
export async function setRule({ client, model, random }: Turn): Promise<void> {
  const path = `${PROGRAMME}/rules/${pick(RULES, wholeNumber(random, 0, RULES.length - 1))}`
  const found = await client.send(path)
  if (!model.expect('read a rule', found, [200])) return
  const { id, revision } = found.json<RuleDetail>()
  const mark = model.nextMark()
  const answer = await client.send(`${path}/settings`, {
    method: 'PUT',
    json: {
      enabled: random() < 0.8,
      severity: pick(SEVERITIES, wholeNumber(random, 0, 2)),
      thresholds: {},
      reason: mark,
    },
    headers: { 'if-match': `"${revision}"` },
  })
  if (!model.expect('set a rule', answer, [200, 412, 400])) return
  model.wrote(`rule ${id}`, revision, answer.json<RuleSaved>().item.revision)
  model.written.set(mark, 'rule.set')
}
