import { AnswerSaved, type MeasureAnswer, RoundSaved, RoundView, SignOffView } from '@workplan/domain'
import { expect } from 'vitest'
import type { TestService } from './test-service.ts'

const AMBITIONS = 'framework.ambitions-2021-2026'

/** A round of self-assessment of one programme, worked on over HTTP. */
export interface TestRound {
  id: string
  /** The answer of the service to starting it. */
  started: RoundSaved
  /** The round as this person sees it. */
  view(cookie: string): Promise<RoundView>
  /** One of its measures, by its number. */
  measure(cookie: string, number: string): Promise<MeasureAnswer>
  /** Changes the answer to a measure from the version that it has. */
  answer(cookie: string, number: string, json: unknown): Promise<Response>
  /** What stands on the checklist. */
  checklist(cookie: string): Promise<SignOffView>
  /** Signs what the checklist shows now. */
  sign(cookie: string): Promise<Response>
}

/** Starts a round of the Ambitions as the person of the cookie. */
export async function startTestRound(
  { send }: Pick<TestService, 'send'>,
  programme: string,
  cookie: string,
): Promise<TestRound> {
  const root = `/api/programmes/${programme}`
  const answer = await send(`${root}/assessments`, { cookie, json: { framework: AMBITIONS } })
  expect(answer.status).toBe(201)
  const started = RoundSaved.parse(await answer.json())
  const { id } = started.item
  const at = `${root}/assessments/${id}`

  const view = async (as: string) => RoundView.parse(await (await send(at, { cookie: as })).json())
  const measure = async (as: string, number: string) => {
    const found = (await view(as)).measures.find((row) => row.measure.number === number)
    if (!found) throw new Error(`the round has no measure ${number}`)
    return found
  }
  const checklist = async (as: string) =>
    SignOffView.parse(await (await send(`${at}/sign-off`, { cookie: as })).json())

  return {
    id,
    started,
    view,
    measure,
    checklist,
    answer: async (as, number, json) => {
      const { answer: now, version } = await measure(as, number)
      const headers = { 'if-match': `"${version}"` }
      return send(`${root}/answers/${now.id}`, { cookie: as, method: 'PATCH', json, headers })
    },
    sign: async (as) => {
      const { round } = await checklist(as)
      const headers = { 'if-match': `"${round.version}"` }
      return send(`${at}/sign-off`, { cookie: as, json: { confirmed: true }, headers })
    },
  }
}

/** The round of an answer that must be good. */
export async function savedRound(answer: Response): Promise<RoundSaved> {
  expect(answer.status).toBe(200)
  return RoundSaved.parse(await answer.json())
}

/** The measure of an answer that must be good. */
export async function savedAnswer(answer: Response): Promise<AnswerSaved> {
  expect(answer.ok).toBe(true)
  return AnswerSaved.parse(await answer.json())
}
