import type { ReportMetric } from '@workplan/domain'
import { openApp } from '@workplan/shell/testing'
import { expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { report, reportContent } from '../testing/example-report.ts'
import { at, governanceService } from '../testing/governance-service.ts'

const metric: ReportMetric = {
  id: 'm.late',
  title: 'Unplanned admissions',
  outcome: null,
  direction: 'decrease',
  baseline: null,
  target: 30,
  unit: 'percent',
  narrowerThanOutcome: true,
  troubles: [{ kind: 'late', text: 'No reading for 14 months' }],
  latest: { value: 40, unit: 'percent', period: '2022-01', place: 'hospital', caveats: [] },
  verdict: { kind: 'worse', text: 'A change for the worse that is more than noise.' },
  series: null,
}

const openReport = async (metrics?: ReportMetric[]) => {
  const content = reportContent(metrics ? { metrics } : {})
  governanceService({
    [at('reports/bnssg.report.1')]: report({ status: 'issued', number: 1, content }),
  })
  const page = await openApp(governance, '/bnssg/reports/bnssg.report.1')
  await page.shows('Ratings')
  return page
}

it('names the metrics that cannot tell anything, and those that show a change', async () => {
  const page = await openReport([metric])
  expect(page.text()).toContain(
    '1 metric: 1 late, 0 blocked, 0 never read; 1 shows a change that is more than noise.',
  )
  expect(page.text()).toContain('No reading for 14 months')
  expect(page.text()).toContain('40%, January 2022, hospital')
  expect(page.text()).toContain('A change for the worse that is more than noise.')
  expect(page.control('Unplanned admissions').getAttribute('href')).toBe('/governance/bnssg/metrics/m.late')
})

it('says that there are none, and nothing in a report of before there were any in reports', async () => {
  expect((await openReport([])).text()).toContain('No outcome metric is recorded.')
  expect((await openReport()).text()).not.toContain('Outcome metrics')
})
