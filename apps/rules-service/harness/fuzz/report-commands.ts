import type { Report } from '@workplan/domain'
import { wholeNumber } from '../../src/testing/seeded-random.ts'
import { dimensionWords } from '../../src/verbs/reports/report-ratings.ts'
import { PROGRAMME } from '../writers.ts'
import { pick, type Turn } from './turn.ts'

const MOST_REPORTS = 40
/** A change of any rating must be mentioned. */
const EVERY_RATING = Object.values(dimensionWords).join(', ')

export async function draftReport({ client, model, random, example, reports }: Turn): Promise<void> {
  if (reports.length >= MOST_REPORTS) return
  const groups = example.records.group.filter(({ state }) => state !== 'retired')
  const group = pick(groups, wholeNumber(random, 0, groups.length - 1)).id
  const month = wholeNumber(random, 1, 2)
  const period = { from: `2023-0${month}-01`, to: `2023-0${month}-28` }
  const answer = await client.send(`${PROGRAMME}/reports`, {
    json: { group, period },
    headers: { 'idempotency-key': model.nextMark() },
  })
  if (!model.expect('draft a report', answer, [201])) return
  const report = answer.json<Report>()
  model.wrote(`report ${report.id}`, 0, report.version)
  reports.push(report.id)
}

export async function editReport(turn: Turn): Promise<void> {
  const { client, model } = turn
  const seen = await readReport(turn)
  if (!seen) return
  const mark = model.nextMark()
  const answer = await client.send(`${PROGRAMME}/reports/${seen.id}`, {
    method: 'PATCH',
    json: { title: mark },
    headers: { 'if-match': `"${seen.version}"` },
  })
  if (!model.expect('edit a report', answer, [200, 412, 409])) return
  model.wrote(`report ${seen.id}`, seen.version, answer.json<Report>().version)
}

/** With its figures taken anew first; others may change the records before it is issued. */
export async function issueReport(turn: Turn): Promise<void> {
  const { client, model } = turn
  const seen = await readReport(turn)
  if (!seen) return
  const path = `${PROGRAMME}/reports/${seen.id}`
  const edited = await client.send(path, {
    method: 'PATCH',
    json: { title: model.nextMark(), refresh: true, narrative: { summary: EVERY_RATING, decisions: 'All' } },
    headers: { 'if-match': `"${seen.version}"` },
  })
  if (!model.expect('refresh a report', edited, [200, 412, 409])) return
  const { version } = edited.json<Report>()
  model.wrote(`report ${seen.id}`, seen.version, version)
  const answer = await client.send(`${path}/issue`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
  })
  if (!model.expect('issue a report', answer, [200, 412, 409])) return
  const issued = answer.json<Report>()
  model.wrote(`report ${seen.id}`, version, issued.version)
  model.issued.set(issued.id, issued.hash ?? '')
}

async function readReport({ client, model, random, reports }: Turn): Promise<Report | null> {
  if (reports.length === 0) return null
  const id = pick(reports, wholeNumber(random, 0, reports.length - 1))
  const answer = await client.send(`${PROGRAMME}/reports/${id}`)
  return model.expect('read a report', answer, [200]) ? answer.json<Report>() : null
}
