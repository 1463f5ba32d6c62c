import { ContractsView, ServiceView, SharingRow } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { listOf } from '../http/lists.ts'
import { loadRules } from '../rules.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'

const HERE = '/api/programmes/bnssg'
const THERE = '/api/programmes/northamptonshire'

let service: TestService
let cookie: string

beforeAll(async () => {
  const programmes = (['bnssg', 'northamptonshire'] as const).map((id) => ({
    state: exampleProgramme(id).state,
  }))
  service = await openTestService({ programmes, rules: loadRules() })
  cookie = await service.signIn('person.viewer')
})
afterAll(() => service.close())

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const answer = await service.send(path, { cookie })
  expect(answer.status).toBe(200)
  return schema.parse(await answer.json())
}

describe('services', () => {
  it('are all listed, with whose, where and when, and their flags', async () => {
    const { items } = await read(`${HERE}/services`, listOf(ServiceView))
    expect(items).toHaveLength(25)
    const line = items.find((item) => item.service.id === 'bnssg.coverage.brisdoc-professional-line')
    expect(line).toMatchObject({
      providerName: 'BrisDoc',
      hours: 'Monday to Friday, 08:00 to 18:30',
      places: [
        { name: 'Bristol', uncertain: false },
        { name: 'North Somerset', uncertain: false },
        { name: 'South Gloucestershire', uncertain: true },
      ],
    })
    expect(line?.flags.map(({ rule }) => rule)).toContain('service-statement-to-be-confirmed')
    const unit = items.find((item) => item.service.id === 'bnssg.coverage.st-peters-ipu')
    expect(unit?.hours).toBeNull()
  })

  it('are narrowed by whom they serve, what they meet and where they work', async () => {
    const idsOf = async (query: string) =>
      (await read(`${HERE}/services?${query}`, listOf(ServiceView))).items.map((item) => item.service.id)
    expect(await idsOf('audience=children')).toEqual([])
    expect(await idsOf('meets=bnssg.requirement.carer-advice-24-7')).toEqual([
      'bnssg.coverage.st-peters-line-carers',
      'bnssg.coverage.weston-line-carers',
    ])
    expect(await idsOf('place=bnssg.locality.worle')).toContain('bnssg.coverage.weston-cns')
  })
})

describe('who sees the shared record', () => {
  it('is known of no care setting, as the answers speak of another record', async () => {
    const { items } = await read(`${HERE}/sharing`, listOf(SharingRow))
    expect(items.map(({ setting }) => setting)).toEqual([
      'Ambulance Service',
      'Out of Hours Service',
      'NHS 111',
      'Specialist Palliative Care Teams',
      'Primary Care',
      'Community Teams',
      'Hospitals',
      'Care Homes',
      'Hospice',
      'Social Care',
    ])
    expect(new Set(items.map(({ asked }) => asked))).toEqual(new Set(['not-known']))
    const other = Object.fromEntries(items.map(({ setting, instead }) => [setting, instead]))
    expect(other['Hospice']).toEqual({ what: 'ReSPECT Plus, not EPaCCS', sees: 'yes' })
    expect(other['Social Care']).toEqual({ what: 'ReSPECT Plus, not EPaCCS', sees: 'not-yet' })
    const hospice = items.find(({ setting }) => setting === 'Hospice')
    expect(hospice?.claims.map(({ id }) => id)).toEqual(['bnssg.claim.foi.q10'])
  })

  it('is not asked where there is no self-assessment', async () => {
    expect((await read(`${THERE}/sharing`, listOf(SharingRow))).items).toEqual([])
  })
})

describe('hospices and contracts', () => {
  it('give what the released answers say, term by term', async () => {
    const { terms } = await read(`${HERE}/contracts`, ContractsView)
    const said = Object.fromEntries(terms.map((entry) => [entry.term, entry.said.map(({ value }) => value)]))
    expect(said).toEqual({
      holder: ['The ICB holds all.'],
      type: ['NHS standard, short form', 'Fast-track CHC funding', 'Continuing care, children'],
      term: ['multi-year'],
      'funding-basis': ['block and activity'],
      'risk-share': [false],
      uplift: [1.7, 1.8],
      value: [3683000, 345000],
    })
    const type = terms.find(({ term }) => term === 'type')
    expect(type?.said.map(({ basis }) => basis)).toEqual(['inferred', 'inferred', 'inferred'])
    expect(terms.every((entry) => entry.said.every(({ record }) => record.kind === 'foi-answer'))).toBe(true)
  })

  it('set each hospice apart, with beds that it hosts for others', async () => {
    const { hospices } = await read(`${HERE}/contracts`, ContractsView)
    expect(hospices.map(({ provider }) => provider?.name)).toEqual([
      "St Peter's Hospice",
      'Weston Hospicecare',
    ])
    const beds = hospices.map(({ services }) =>
      services.flatMap((item) => (item.service.beds === null ? [] : [item.service.beds])),
    )
    expect(beds).toEqual([[2], [5]])
  })

  it('say of no term what no paper says', async () => {
    const { terms, hospices } = await read(`${THERE}/contracts`, ContractsView)
    expect(terms.flatMap(({ said }) => said)).toEqual([])
    expect(hospices.length).toBeGreaterThan(0)
  })
})
