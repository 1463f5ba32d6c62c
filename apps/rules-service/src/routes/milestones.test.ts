import type { Milestone, MilestoneView } from '@workplan/domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'

let service: TestService
let lead: string

function milestone(id: string, change: Partial<Milestone>): Milestone {
  return {
    ...{ id: `alpha.milestone.${id}`, source: { document: 'Test' }, title: id, order: 1 },
    ...{ status: 'in-progress', statusAsStated: null, due: null, baselineDue: null, earlierDues: [] },
    ...{ workstream: null, serves: [] },
    ...change,
  }
}

beforeAll(async () => {
  const state = smallProgramme('alpha')
  state.records.milestone = [
    milestone('children', { order: 3, workstream: 'alpha.ws.children', due: '2023-03' }),
    milestone('all', { order: 2, due: '2023-03-10', baselineDue: '2022-12', earlierDues: ['2022-12'] }),
    milestone('adult', { workstream: 'alpha.ws.adult', status: 'done', due: '2023-01' }),
  ]
  service = await openTestService({ programmes: [{ state }] })
  lead = await service.signIn('person.lead-adult')
})
afterAll(() => service.close())

async function listed(query: string): Promise<MilestoneView[]> {
  const answer = await service.send(`/api/programmes/alpha/milestones?${query}`, { cookie: lead })
  return ((await answer.json()) as { items: MilestoneView[] }).items
}

it('lists milestones in order, with how late they are; done is neither late nor due', async () => {
  const items = await listed('')
  expect(items.map(({ milestone: { title }, app, daysLate }) => [title, app, daysLate])).toEqual([
    ['adult', 'adult', null],
    ['all', null, 3],
    ['children', 'children', 0],
  ])
  expect(items[0]?.workstreamName).toBe('For adult')
})

it('narrows them to an app, with those of the whole programme, or to a workstream', async () => {
  const titles = async (query: string) => (await listed(query)).map((view) => view.milestone.title)
  expect(await titles('app=adult')).toEqual(['adult', 'all'])
  expect(await titles('workstream=alpha.ws.children')).toEqual(['children'])
})
