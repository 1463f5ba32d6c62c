import type { ContractStatement, ContractsView } from '@workplan/domain'
import { workstreamApp } from '@workplan/shell'
import { exampleService, flagSummary, openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { adult } from '../adult.ts'
import { serviceView } from '../testing/example-coverage.ts'

const CONTRACTS = 'GET /api/programmes/bnssg/contracts'
const record = { kind: 'foi-answer', id: 'foi.8', title: 'Question 8: Value' }

function said(change: Partial<ContractStatement['said'][number]>): ContractStatement['said'][number] {
  return { value: '', unit: null, about: null, year: null, basis: 'stated', record, ...change }
}

function openHospices(view: ContractsView) {
  exampleService({}).on(CONTRACTS, view)
  return openApp(workstreamApp(adult), '/bnssg/hospices')
}

const terms: ContractStatement[] = [
  {
    term: 'value',
    said: [said({ value: 3683000, unit: 'pounds', about: 'adult', year: '2022-23' })],
    flags: [flagSummary({ id: 'v~foi.8', title: 'Parts do not add up' })],
  },
  { term: 'risk-share', said: [said({ value: false, basis: 'inferred' })], flags: [] },
  { term: 'uplift', said: [], flags: [] },
]

describe('hospices and contracts', () => {
  it('give what is said with its record and flags, and what is not known as that', async () => {
    const page = await openHospices({ terms, hospices: [] })
    await page.shows('Adults, 2022-23: £3,683,000')
    const rows = [...page.root.querySelectorAll('tbody tr')].map((row) => row.textContent)
    expect(rows[1]).toMatch(/Risk share\s*No\s*Inferred/)
    expect(rows[2]).toMatch(/Uplift\s*Not known/)
    expect(page.control('Question 8: Value').getAttribute('href')).toBe(
      '/adult/bnssg/records/foi-answer/foi.8',
    )
    expect(page.offers('Parts do not add up')).toBe(true)
    expect(page.text()).toContain('No hospice on record')
  })

  it('list each provider with its services; its own contract is not known', async () => {
    const services = [serviceView({ service: { beds: 2 } })]
    const page = await openHospices({
      terms,
      hospices: [{ provider: { id: 'p', name: 'The house' }, services }],
    })
    await page.shows('1 provider')
    expect(page.control('The house').getAttribute('href')).toBe('/adult/bnssg/records/provider/p')
    expect(page.text()).toContain('2 for The hospice')
    expect(page.text()).toContain('Not known: the papers speak of all contracts together')
  })

  it('say what it means when nothing is known, and what went wrong', async () => {
    const page = await openHospices({ terms: terms.map((term) => ({ ...term, said: [] })), hospices: [] })
    await page.shows('That is not the same as no contract.')
    page.close()
    exampleService({}).on(CONTRACTS, problem(500, 'internal', 'The answers could not be read.'))
    const failed = await openApp(workstreamApp(adult), '/bnssg/hospices')
    await failed.shows('The answers could not be read.')
  })
})
