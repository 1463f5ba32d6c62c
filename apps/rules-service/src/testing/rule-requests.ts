import {
  FlagDetail,
  JournalEntry,
  RuleDetail,
  type RuleDocument,
  RuleSaved,
  type RuleTrialInput,
} from '@workplan/domain'
import { expect } from 'vitest'
import { z } from 'zod'
import { fewRules, judgedProgramme } from './judged-programme.ts'
import { lateCases, lateRule } from './own-rule.ts'
import { openTestService, type SendOptions, type TestService } from './test-service.ts'

const RULES = '/api/programmes/alpha/rules'

/** The judged programmes `alpha` and `beta` with a few rules, and the requests that tests about rules make of alpha. */
export interface RuleRequests {
  service: TestService
  /** The cookie of the programme office, and of somebody who may only read. */
  office: string
  viewer: string
  /** A request of the programme office below the rules; a revision becomes If-Match. */
  write(path: string, revision: number | null, options: SendOptions): Promise<Response>
  read(id: string, cookie?: string): Promise<RuleDetail>
  /** Begins, changes and publishes an own rule, which is `lateRule` but for the parts given. */
  begin(parts?: Partial<RuleDocument>): Promise<RuleDetail>
  saveDraft(
    rule: RuleDetail,
    parts: Partial<RuleDocument>,
    cases?: RuleTrialInput['cases'],
  ): Promise<RuleDetail>
  publish(rule: RuleDetail): Promise<RuleSaved>
  /** The flag of a rule on the children's task. */
  flagOf(rule: string): Promise<FlagDetail>
  /** The newest entries of the journal. */
  journal(count: number): Promise<JournalEntry[]>
}

export async function openRuleRequests(): Promise<RuleRequests> {
  const programmes = ['alpha', 'beta'].map((id) => ({ state: judgedProgramme(id) }))
  const service = await openTestService({ programmes, rules: fewRules() })
  const office = await service.signIn('person.programme-office')
  const viewer = await service.signIn('person.viewer')

  function write(path: string, revision: number | null, options: SendOptions): Promise<Response> {
    const headers = { ...(revision !== null && { 'if-match': `"${revision}"` }), ...options.headers }
    return service.send(`${RULES}${path}`, { cookie: office, ...options, headers })
  }

  async function get(path: string, cookie = viewer): Promise<unknown> {
    const answer = await service.send(`/api/programmes/alpha/${path}`, { cookie })
    expect(answer.status).toBe(200)
    return answer.json()
  }

  async function written<Answer extends z.ZodType>(
    answer: Promise<Response>,
    status: number,
    schema: Answer,
  ): Promise<z.infer<Answer>> {
    const response = await answer
    expect(response.status).toBe(status)
    return schema.parse(await response.json())
  }

  return {
    service,
    office,
    viewer,
    write,
    read: async (id, cookie) => RuleDetail.parse(await get(`rules/${id}`, cookie)),
    begin(parts = {}) {
      const json = { document: { ...lateRule, ...parts }, cases: lateCases }
      return written(write('', null, { json }), 201, RuleDetail)
    },
    saveDraft({ id, revision }, parts, cases = lateCases) {
      const json = { document: { ...lateRule, ...parts }, cases }
      return written(write(`/${id}`, revision, { method: 'PUT', json }), 200, RuleDetail)
    },
    publish({ id, revision }) {
      const json = { reason: 'Agreed in March' }
      return written(write(`/${id}/publish`, revision, { json }), 200, RuleSaved)
    },
    flagOf: async (rule) => FlagDetail.parse(await get(`flags/${rule}~alpha.task.children`)),
    async journal(count) {
      const entries = await get(`journal?limit=${count}`, office)
      return z.object({ items: z.array(JournalEntry) }).parse(entries).items
    },
  }
}
