import { MeetingView } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleTemplate } from '../documents/example-template.fixture.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'
import { exampleProgramme } from '../views/loaded-programme.fixture.ts'

const ROOT = '/api/programmes/bnssg'

let service: TestService
let cookie: string
let meeting: z.infer<typeof MeetingView>

beforeAll(async () => {
  service = await openTestService({ programmes: [{ state: exampleProgramme('bnssg').state }] })
  cookie = await service.signIn('person.viewer')
  const { items } = z
    .object({ items: z.array(MeetingView) })
    .parse(await (await service.send(`${ROOT}/meetings`, { cookie })).json())
  const [first] = items
  if (!first) throw new Error('there is no meeting')
  meeting = first
})
afterAll(() => service.close())

function file(format: string, id = meeting.id): Promise<Response> {
  return service.send(`${ROOT}/meetings/${id}/document?format=${format}`, { cookie })
}

describe('the pack of a meeting as a file', () => {
  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['html', 'text/html; charset=utf-8', '<!doctype html>'],
  ])('comes as %s under a name that says of which day it is', async (format, type, begins) => {
    const answer = await file(format)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="meeting-pack-${meeting.date}.${format}"`,
    )
    expect(
      Buffer.from(await answer.arrayBuffer())
        .toString('latin1')
        .startsWith(begins),
    ).toBe(true)
  })

  it('holds the report that was issued to the group, whole', async () => {
    const secretary = await service.signIn('person.secretary')
    const json = { group: meeting.group?.id, period: { from: '2023-01-01', to: '2023-03-31' } }
    const drafted = await (await service.send(`${ROOT}/reports`, { cookie: secretary, json })).json()
    const { id } = z.object({ id: z.string() }).parse(drafted)
    expect(await (await file('html')).text()).toContain('No report was issued to this group yet.')
    const headers = { 'if-match': '"1"' }
    const sent = { cookie: secretary, method: 'POST', headers }
    expect((await service.send(`${ROOT}/reports/${id}/issue`, sent)).status).toBe(200)
    const page = await (await file('html')).text()
    expect(page).toContain('<h2>Highlight report</h2>')
    expect(page).toContain('<h3>Risks and issues</h3>')
  })

  it('is written on the template of the organisation', async () => {
    const office = await service.signIn('person.programme-office')
    const before = (await (await file('docx')).arrayBuffer()).byteLength
    const template = { name: 'board.docx', file: Buffer.from(await exampleTemplate()).toString('base64') }
    const headers = { 'if-match': '"0"' }
    const put = { cookie: office, method: 'PUT', headers, json: { template } }
    expect((await service.send(`${ROOT}/word-template`, put)).status).toBe(200)
    const after = Buffer.from(await (await file('docx')).arrayBuffer())
    expect(after.length).not.toBe(before)
    expect(after.toString('latin1')).toContain('word/header1.xml')
  })

  it('says what to set up where no PDF can be printed, and refuses what there is not', async () => {
    await expectProblem(await file('pdf'), 'not-set-up')
    await expectProblem(await file('xlsx'), 'invalid-input')
    await expectProblem(await file('docx', 'bnssg.meeting.none'), 'not-found')
    await expectProblem(
      await service.send(`${ROOT}/meetings/${meeting.id}/document?format=docx`),
      'not-signed-in',
    )
  })
})
