import type { SharingRow } from '@workplan/domain'
import { workstreamApp } from '@workplan/shell'
import { exampleService, openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { adult } from '../adult.ts'

const SHARING = 'GET /api/programmes/bnssg/sharing'

function row(setting: string, change: Partial<SharingRow> = {}): SharingRow {
  return {
    setting,
    measure: { id: `m.${setting}`, kind: 'measure', number: '4.1.2.a', title: setting },
    answer: { id: `a.${setting}`, level: 4, evidence: 'In its system.', evidenceState: 'described' },
    asked: 'yes',
    instead: null,
    claims: [],
    flags: [],
    ...change,
  }
}

function openSharing(items: SharingRow[], query = '') {
  exampleService({}).on(SHARING, { items, next: null })
  return openApp(workstreamApp(adult), `/bnssg/sharing${query}`)
}

const rows = [
  row('Hospice'),
  row('Hospitals', { asked: 'not-yet' }),
  row('NHS 111', { asked: 'not-answered', answer: null }),
  row('Social Care', { asked: 'not-known', instead: { what: 'Another plan', sees: 'not-yet' } }),
]

describe('the sharing matrix', () => {
  it('tells yes, not yet, not answered and not known apart', async () => {
    const page = await openSharing(rows)
    await page.shows('4 care settings')
    expect(page.text()).toContain(
      'Shared end of life record: yes for 1, not yet for 1, not answered for 1, not known for 1 of 4 care settings.',
    )
    expect(page.text()).toContain('Another plan: not yet for 1, not known for 3 of 4 care settings.')
    expect(page.control(/^In its system\.$/).getAttribute('href')).toBe(
      '/adult/bnssg/records/answer/a.Hospice',
    )
  })

  it('shows those behind a count, by the address', async () => {
    const page = await openSharing(rows)
    await page.shows('4 care settings')
    await page.press('not answered for 1')
    await page.shows('1 care setting')
    expect(page.text()).not.toContain('Social Care')
    expect(page.router.currentRoute.value.query).toEqual({ record: '0', sees: 'not-answered' })
  })

  it('says what nothing means, and what went wrong', async () => {
    const page = await openSharing([])
    await page.shows('That is not the same as no sharing.')
    page.close()
    exampleService({}).on(SHARING, problem(500, 'internal', 'The answers could not be read.'))
    const failed = await openApp(workstreamApp(adult), '/bnssg/sharing')
    await failed.shows('The answers could not be read.')
  })
})
