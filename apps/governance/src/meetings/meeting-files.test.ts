import { openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { governance } from '../governance.ts'
import { meetingPack } from '../testing/example-meeting.ts'
import { at, governanceService } from '../testing/governance-service.ts'

const ONE = 'meetings/bnssg.meeting.1'

describe('downloading the pack of a meeting', () => {
  it('asks for the format and keeps the file under its name', async () => {
    const headers = { 'content-disposition': 'attachment; filename="meeting-pack-2023-03-13.docx"' }
    const file = new Response('x'.repeat(2000), { headers })
    const service = governanceService({ [at(ONE)]: meetingPack(), [at(`${ONE}/document`)]: file })
    const kept: string[] = []
    // The page of the test would leave for the address of the file.
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      kept.push(this.download)
    })
    onTestFinished(() => click.mockRestore())
    const page = await openApp(governance, '/bnssg/meetings/bnssg.meeting.1')
    await page.shows('Download as Word')
    await page.press('Download as Word')
    await page.shows('Word, 2 kB: meeting-pack-2023-03-13.docx')
    expect(service.seen(at(`${ONE}/document`)).map(({ url }) => url.search)).toEqual(['?format=docx'])
    expect(kept).toEqual(['meeting-pack-2023-03-13.docx'])
  })

  it('says why there is no file', async () => {
    governanceService({
      [at(ONE)]: meetingPack(),
      [at(`${ONE}/document`)]: problem(501, 'not-set-up', 'A PDF needs a Chromium.'),
    })
    const page = await openApp(governance, '/bnssg/meetings/bnssg.meeting.1')
    await page.shows('Download as PDF')
    await page.press('Download as PDF')
    await page.shows('No file was made. A PDF needs a Chromium.')
  })
})
