import { openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { governance } from '../governance.ts'
import { issuedReport } from '../testing/example-report.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const ONE = 'reports/bnssg.report.1'

describe('downloading a report', () => {
  it('asks for the format, keeps the file under its name and says how large it is', async () => {
    const file = new Response('x'.repeat(30_600), {
      headers: { 'content-disposition': 'attachment; filename="highlight-report-3-version-1.docx"' },
    })
    const service = governanceService({ [at(ONE)]: issuedReport(), [at(`${ONE}/document`)]: file })
    const kept: string[] = []
    // The page of the test would leave for the address of the file.
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      kept.push(this.download)
    })
    onTestFinished(() => click.mockRestore())
    const page = await openApp(governance, '/bnssg/reports/bnssg.report.1')
    await page.shows('Download as Word')
    await page.press('Download as Word')
    await page.shows('Word, 31 kB: highlight-report-3-version-1.docx')
    expect(service.seen(at(`${ONE}/document`)).map(({ url }) => url.search)).toEqual(['?format=docx'])
    expect(kept).toEqual(['highlight-report-3-version-1.docx'])
  })

  it('says why there is no file', async () => {
    governanceService({
      [at(ONE)]: issuedReport(),
      [at(`${ONE}/document`)]: problem(501, 'not-set-up', 'A PDF needs a Chromium.'),
    })
    const page = await openApp(governance, '/bnssg/reports/bnssg.report.1')
    await page.shows('Download as PDF')
    await page.press('Download as PDF')
    await page.shows('No file was made. A PDF needs a Chromium.')
  })
})

describe('checking a file', () => {
  const verification = {
    outcome: 'unchanged',
    because: null,
    journalSeq: 41,
    supersededBy: null,
    report: {
      id: 'bnssg.report.1',
      number: 3,
      edition: 1,
      title: 'Report of the fourth quarter',
      issuedAt: '2023-03-20T10:00:00.000Z',
    },
  }

  async function choose(content: string, answers: Parameters<typeof governanceService>[0]) {
    const service = governanceService({ [at('reports')]: listOf(issuedReport()), ...answers })
    const page = await openApp(governance, '/bnssg/reports')
    await page.shows('File of a report')
    const field = page.field('File of a report')
    Object.defineProperty(field, 'files', { value: [new File([content], 'report.json')] })
    field.dispatchEvent(new Event('change'))
    return { page, service }
  }

  const file = '{"marker":"workplan-report:bnssg.report.1:form-1;"}'

  it('sends what the file says of itself and its hash, never the file', async () => {
    const { page, service } = await choose(file, { [at(`${ONE}/verify-file`)]: verification })
    await page.shows('This is report 3, version 1, as issued on 20 March 2023')
    expect(page.text()).toContain('unchanged (journal entry 41)')
    const [asked] = service.seen(at(`${ONE}/verify-file`))
    expect(Object.fromEntries(asked?.url.searchParams ?? [])).toEqual({
      format: 'json',
      form: '1',
      sha256: '06bb07f2d98465a8937d18674c2863cb42fd5a7c48ef97ea4f26a06c973c031b',
    })
  })

  it('names the report that took its place', async () => {
    const supersededBy = { id: 'bnssg.report.2', number: 4, issuedAt: '2023-04-02T10:00:00.000Z' }
    const { page } = await choose(file, { [at(`${ONE}/verify-file`)]: { ...verification, supersededBy } })
    await page.shows('It is superseded by report 4, issued on 2 April 2023')
  })

  it.each([
    ['not-as-issued', null, 'This is not as issued.'],
    ['not-comparable', 'another-form', 'another version of Workplan made it'],
    ['not-comparable', 'printed', 'another browser may have printed it'],
    ['not-comparable', 'writer-removed', 'was removed since, and files say ‘Removed person’'],
    ['record-altered', null, 'Tell the programme office.'],
  ])('gives the verdict %s (%s) in words', async (outcome, because, words) => {
    const { page } = await choose(file, { [at(`${ONE}/verify-file`)]: { ...verification, outcome, because } })
    await page.shows(words)
    expect(page.text()).not.toContain('unchanged (')
  })

  it('says so of a file that names no report', async () => {
    const { page, service } = await choose('some text', {})
    await page.shows('report.json does not say which report it is.')
    expect(service.requests.some(({ url }) => url.pathname.endsWith('verify-file'))).toBe(false)
  })

  it('does not call a file anything when it could not be checked', async () => {
    const { page } = await choose(file, {
      [at(`${ONE}/verify-file`)]: problem(503, 'too-busy', 'Try again.'),
    })
    await page.shows('Not checked. Try again.')
  })
})
