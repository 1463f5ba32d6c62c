import type { CommentView, ReportWriting } from '@workplan/domain'
import { openApp, problem, programmeView, session } from '@workplan/shell/testing'
import { describe, expect, it, vi } from 'vitest'
import { governance } from '../governance.ts'
import { issuedReport, report, reportItem } from '../testing/example-report.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const ONE = 'reports/bnssg.report.1'
const SECTIONS = ['summary', 'done', 'next', 'risks', 'decisions'] as const

function writing(change: Partial<ReportWriting> = {}): ReportWriting {
  return {
    owners: SECTIONS.map((section) => ({ section, owner: null, version: 0 })),
    edits: [],
    refreshed: null,
    ...change,
  }
}

function service(shown = report(), how = writing()) {
  return governanceService({
    'GET /api/session': session({
      may: [
        'programme.view',
        'report.draft',
        'report.edit',
        'report.issue',
        'report.escalate',
        'comment.write',
        'comment.change',
      ],
      groups: ['group.board'],
    }),
    'GET /api/programmes/bnssg': programmeView({
      people: [{ id: 'person.lead', name: 'Lead for adult services', title: '' }],
    }),
    [at('groups')]: listOf(
      group('Board', {
        id: 'group.board',
        mayDraft: true,
        reportsTo: [{ id: 'group.icb', name: 'ICB', state: 'stated' }],
      }),
    ),
    [at('escalations')]: listOf(),
    [at('comments')]: listOf(),
    [at(ONE)]: shown,
    [at(`${ONE}/writing`)]: how,
  })
}

const open = () => openApp(governance, `/bnssg/${ONE}`)

describe('writing a draft together', () => {
  it('names who writes a section, from the version that was shown', async () => {
    const faked = service()
    const named = { section: 'summary', owner: { id: 'person.lead', name: 'Lead' }, version: 1 }
    faked.on(at(`${ONE}/owners`, 'PUT'), named)
    const page = await open()
    await page.shows('Written by nobody in particular')
    await page.fill('Who writes ‘Summary’', 'person.lead')
    await page.press('Save who writes it')
    await page.shows('Summary is written by Lead for adult services')
    const [sent] = faked.seen(at(`${ONE}/owners`, 'PUT'))
    expect(sent?.body).toEqual({ section: 'summary', owner: 'person.lead' })
    expect(sent?.headers.get('if-match')).toBe('"0"')
  })

  it('says when somebody else named another first', async () => {
    const faked = service()
    faked.on(at(`${ONE}/owners`, 'PUT'), problem(412, 'stale-version', 'Somebody else named who writes it.'))
    const page = await open()
    await page.shows('Written by nobody in particular')
    await page.press('Save who writes it')
    await page.shows('Somebody else named who writes it.')
  })

  it('shows each change of a text, word by word', async () => {
    service(
      report(),
      writing({
        edits: [
          {
            ...{
              seq: 9,
              at: '2023-03-13T10:00:00.000Z',
              by: 'Programme office',
              section: 'summary' as const,
            },
            ...{ before: 'All is well.', after: 'All is nearly well.' },
          },
        ],
      }),
    )
    const page = await open()
    await page.shows('1 change of this text')
    expect(page.root.querySelector('ins')?.textContent).toBe('[added: nearly ]')
    expect(page.root.querySelector('del')).toBeNull()
  })

  it('keeps showing what the last refresh changed', async () => {
    const refreshed = {
      ...{ at: '2023-03-13T10:00:00.000Z', by: 'Secretary' },
      figures: [{ list: 'late' as const, added: ['Run the pilot'], gone: [] }],
      ratings: [{ dimension: 'schedule', before: 'green', after: 'amber' }],
    }
    service(report(), writing({ refreshed }))
    const page = await open()
    await page.shows('What the last refresh changed')
    expect(page.text()).toContain('Late, 1 added: Run the pilot')
    expect(page.text()).toContain('Schedule: from green to amber')
  })

  it('ends a draft with a reason', async () => {
    const faked = service(report({ version: 4 }))
    faked.on(at(`${ONE}/withdraw`, 'POST'), { ...report({ status: 'withdrawn' }) })
    const page = await open()
    await page.shows('Withdraw this draft')
    await page.press('Withdraw the draft')
    await page.shows('Say why, for the journal')
    await page.fill(/^Why$/, 'Begun by mistake')
    faked.on(at(ONE), report({ status: 'withdrawn', version: 5 }))
    await page.press('Withdraw the draft')
    await page.shows('This draft was withdrawn. It was never issued.')
    expect(faked.seen(at(`${ONE}/withdraw`, 'POST'))[0]?.body).toEqual({ reason: 'Begun by mistake' })
    expect(page.offers('Save summary')).toBe(false)
  })
})

describe('comments on a section', () => {
  const said: CommentView = {
    comment: {
      ...{ id: 'bnssg.comment.1', source: { document: 'Workplan' }, by: 'person.lead' },
      about: { kind: 'report-section', id: 'bnssg.report.1:summary' },
      ...{ at: '2023-03-13T10:00:00.000Z', editedAt: null, state: 'shown', text: 'Too long', mentions: [] },
    },
    ...{
      version: 1,
      by: { id: 'person.lead', name: 'Lead for adult services' },
      mentioned: [],
      mayChange: false,
    },
  }

  it('are written beside it', async () => {
    const faked = service()
    faked.on(at('comments', 'POST'), said)
    const page = await open()
    await page.shows('Comment on ‘Summary’')
    const add = () => page.root.querySelector('form[aria-label="Comment on ‘Summary’"]')
    const send = () => add()?.dispatchEvent(new Event('submit', { cancelable: true }))
    send()
    await page.shows('Write something first')
    await page.fill('Comment on ‘Summary’', 'Too long, @Lead for adult services')
    send()
    await vi.waitFor(() =>
      expect(faked.seen(at('comments', 'POST'))[0]?.body).toEqual({
        about: { kind: 'report-section', id: 'bnssg.report.1:summary' },
        text: 'Too long, @[person.lead]',
      }),
    )
  })

  it('that was half written when the draft was withdrawn is there to be copied', async () => {
    const faked = service()
    const page = await open()
    await page.shows('Comment on ‘Summary’')
    await page.fill('Comment on ‘Summary’', 'Half a thought')
    faked.on(at(ONE), report({ status: 'withdrawn', version: 5 }))
    faked.streams.at(-1)?.open()
    faked.publish({ seq: 9, programme: 'bnssg', kinds: ['report'], ids: ['bnssg.report.1'] })
    await page.shows('Your comment: summary')
    await page.shows('Half a thought')
    await page.press('Throw it away')
    await expect.poll(() => page.text()).not.toContain('Half a thought')
  })

  it('are read, and no more, by those who only read the draft', async () => {
    const faked = service()
    faked.on('GET /api/session', session())
    faked.on(at('comments'), listOf(said))
    const page = await open()
    await page.shows('Comments: 1, 1 not dealt with')
    await page.shows('Too long')
    expect(page.text()).not.toContain('Comment on')
    expect(page.offers('It is dealt with')).toBe(false)
  })

  it('are answered by the senior responsible owner, who does not write the draft', async () => {
    const faked = service()
    faked.on('GET /api/session', session({ may: ['programme.view', 'comment.write'] }))
    const page = await open()
    await page.shows('Comment on ‘Summary’')
    expect(page.offers('Save summary')).toBe(false)
  })

  it('are not spoken of where there are none and the reader may write none', async () => {
    const faked = service()
    faked.on('GET /api/session', session())
    const page = await open()
    await page.shows('Nothing written.')
    expect(page.text()).not.toContain('Comments')
  })

  it('are changed by whoever wrote them', async () => {
    const faked = service()
    faked.on(at('comments'), listOf({ ...said, mayChange: true }))
    const change = at('comments/bnssg.comment.1', 'PATCH')
    faked.on(change, { ...said, version: 2 })
    const page = await open()
    await page.shows('Comments: 1, 1 not dealt with')
    await page.press('Change your comment')
    await page.fill('Change your comment', 'A little long')
    page.root.querySelector('form[aria-label="Change your comment"]')?.dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(faked.seen(change)[0]?.body).toEqual({ text: 'A little long' }))
  })

  it('are dealt with, from the version that was shown', async () => {
    const faked = service()
    faked.on(at('comments'), listOf(said))
    const resolution = at('comments/bnssg.comment.1/resolution', 'POST')
    faked.on(resolution, { ...said, version: 2 })
    const page = await open()
    await page.shows('Comments: 1, 1 not dealt with')
    await page.press('It is dealt with')
    await page.shows('Dealt with')
    expect(faked.seen(resolution)[0]?.body).toEqual({ resolved: true })
    expect(faked.seen(resolution)[0]?.headers.get('if-match')).toBe('"1"')
  })
})

describe('escalating', () => {
  const item = reportItem({ id: 'bnssg.task.money', title: 'Find the money' })
  const shown = () => ({
    ...issuedReport(),
    content: { ...report().content, decisionsNeeded: [item] },
  })

  it('puts chosen work and a question of one’s own to the group above', async () => {
    const faked = service(shown())
    faked.on(at(`${ONE}/escalations`, 'POST'), { items: [] })
    const page = await open()
    await page.shows('Escalate a question')
    await page.press(/^Escalate$/)
    await page.shows('Choose or write what the group above is to decide')
    page.root.querySelector<HTMLInputElement>('input[value="bnssg.task.money"]')?.click()
    await page.fill('Another question', 'May we?')
    await page.press(/^Escalate$/)
    await page.shows('Escalated. It stands in the next draft for ICB.')
    expect(faked.seen(at(`${ONE}/escalations`, 'POST'))[0]?.body).toEqual({
      ...{ to: 'group.icb', asked: null },
      questions: [
        { title: 'Find the money', work: { kind: 'task', id: 'bnssg.task.money' } },
        { title: 'May we?', work: null },
      ],
    })
  })

  it('keeps what is written over a reload', async () => {
    service(shown())
    const before = await open()
    await before.shows('Escalate a question')
    await before.fill('Another question', 'May we?')
    before.close()
    const after = await open()
    await after.shows('Escalate a question')
    expect(after.field('Another question').value).toBe('May we?')
  })

  it('says what became of what was put to it', async () => {
    const faked = service(shown())
    faked.on(
      at('escalations'),
      listOf({
        ...{ id: 'bnssg.escalation.1', version: 2, title: 'May we?', asked: null, work: null },
        report: { id: 'bnssg.report.1', number: 3 },
        from: { id: 'group.board', name: 'Board' },
        to: { id: 'group.icb', name: 'ICB' },
        state: 'answered',
        decision: { id: 'bnssg.decision.1', title: 'Yes', meeting: 'bnssg.meeting.1' },
      }),
    )
    const page = await open()
    await page.shows('May we?, to ICB: answered, Yes')
    expect(page.control('Yes').getAttribute('href')).toBe('/governance/bnssg/meetings/bnssg.meeting.1')
  })
})
