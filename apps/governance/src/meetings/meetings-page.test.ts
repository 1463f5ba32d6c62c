import { noNetwork, openApp, problem, session } from '@workplan/shell/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { governance } from '../governance.ts'
import { meetingPack, meetingView } from '../testing/example-meeting.ts'
import { group } from '../testing/example-views.ts'
import { at, governanceService, listOf } from '../testing/governance-service.ts'

const ONE = 'meetings/bnssg.meeting.1'
const saved = { item: meetingView(), flags: { cleared: [], raised: [], reopened: [] } }

function service(meeting = meetingPack(), manages = true) {
  return governanceService({
    'GET /api/session': session({
      apps: ['governance'],
      may: ['programme.view', ...(manages ? (['meeting.manage'] as const) : [])],
    }),
    [at('meetings')]: listOf(meetingView({ actions: 3, openActions: 2 })),
    [at(ONE)]: { ...meeting, mayManage: manages },
    [at('groups')]: listOf(group('Programme board', { id: 'group.board', mayDraft: true })),
  })
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})

describe('the meetings', () => {
  it('are listed with what came of them', async () => {
    service()
    const page = await openApp(governance, '/bnssg/meetings')
    await page.shows('Board in March')
    await page.shows('2 of 3 open')
    await page.shows('13 March 2023')
    expect(page.control('2 of 3 open').getAttribute('href')).toContain(`${ONE}#meeting-actions`)
  })

  it('say in one manner that no decision and no action is recorded', async () => {
    const faked = service()
    faked.on(at('meetings'), listOf(meetingView()))
    const page = await openApp(governance, '/bnssg/meetings')
    await page.shows('Board in March')
    expect(page.text().split('None recorded')).toHaveLength(3)
  })

  it('say that there are none, and what went wrong', async () => {
    const faked = service()
    faked.on(at('meetings'), listOf())
    const page = await openApp(governance, '/bnssg/meetings')
    await page.shows('No meetings recorded')
    faked.on(at('meetings'), problem(500, 'internal', 'They could not be read.'))
    const other = await openApp(governance, '/bnssg/meetings')
    await other.shows('They could not be read.')
  })

  it('are planned by the secretary, with the usual agenda', async () => {
    const faked = service()
    faked.on(at('meetings', 'POST'), saved)
    const page = await openApp(governance, '/bnssg/meetings?new=yes')
    await page.shows('One item on each line')
    await page.press('Plan the meeting')
    await page.shows('Enter the day of the meeting')
    for (const [part, value] of [
      ['Day', '12'],
      ['Month', '4'],
      ['Year', '2023'],
    ] as const)
      await page.fill(part, value)
    await page.press('Plan the meeting')
    await page.shows('From the last meeting')
    expect(faked.seen(at('meetings', 'POST'))[0]?.body).toMatchObject({
      ...{ title: 'Meeting of Programme board', group: 'group.board', date: '2023-04-12' },
      agenda: [{ title: 'Actions of the last meeting', about: null, minutes: null }, {}, {}, {}],
    })
  })
})

describe('the pack of a meeting', () => {
  it('has agenda, report, questions from below and the actions of the last meeting', async () => {
    service(meetingPack(), false)
    const page = await openApp(governance, `/bnssg/${ONE}`)
    await page.shows('Nobody has any.')
    expect(page.control('Report of the fourth quarter').getAttribute('href')).toBe(
      '/governance/bnssg/reports/bnssg.report.1',
    )
    await page.shows('May we spend it?. By the end of May (Delivery group, highlight report 7)')
    await page.shows('Begin with nights')
    await page.shows('In progress, 3 days late')
    expect(page.offers('Record a decision')).toBe(false)
  })

  it('takes a decision that answers a question', async () => {
    const faked = service()
    faked.on(at(`${ONE}/decisions`, 'POST'), saved)
    const page = await openApp(governance, `/bnssg/${ONE}`)
    await page.shows('Record a decision')
    await page.press('Record the decision')
    await page.shows('Say what was decided')
    await page.fill('What was decided', 'Spend it')
    await page.fill('Escalated question it answers', 'bnssg.escalation.1')
    await page.press('Record the decision')
    await page.shows('Decided: Spend it. No flags changed')
    expect(faked.seen(at(`${ONE}/decisions`, 'POST'))[0]?.body).toEqual({
      ...{ title: 'Spend it', item: null, reason: null, answers: 'bnssg.escalation.1' },
    })
  })

  it('records a decision once although the answer was lost', async () => {
    const faked = service()
    const DECIDE = at(`${ONE}/decisions`, 'POST')
    faked.on(DECIDE, noNetwork)
    const page = await openApp(governance, `/bnssg/${ONE}`)
    await page.fill('What was decided', 'Spend it')
    await page.press('Record the decision')
    await page.shows('Not saved yet: the service cannot be reached')
    page.close()
    faked.on(DECIDE, saved)
    const again = await openApp(governance, `/bnssg/${ONE}`)
    await again.shows('Decided: Spend it. No flags changed')
    const keys = faked.seen(DECIDE).map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(again.field('What was decided').value).toBe('')
  })

  it('keeps a decision on the page that was being written when the meeting was called off', async () => {
    const faked = service()
    const page = await openApp(governance, `/bnssg/${ONE}`)
    await page.fill('What was decided', 'Half a thought')
    faked.on(at(ONE), { ...meetingPack(), state: 'cancelled', version: 9, mayManage: true })
    faked.publish({ seq: 9, programme: 'bnssg', kinds: ['meeting'], ids: ['bnssg.meeting.1'] })
    await page.shows('This meeting was called off while you were writing')
    expect(page.field('What was decided').value).toBe('Half a thought')
  })

  it('takes an action as a new task', async () => {
    const faked = service()
    faked.on(at(`${ONE}/actions`, 'POST'), saved)
    const page = await openApp(governance, `/bnssg/${ONE}`)
    await page.shows('Record an action')
    await page.fill('What is to be done', 'Write to the trust')
    await page.press('Record the action')
    await page.shows('The action is in the workplan')
    expect(faked.seen(at(`${ONE}/actions`, 'POST'))[0]?.body).toEqual({
      item: null,
      task: { title: 'Write to the trust', workstream: null, owner: null, due: null, audience: ['all'] },
    })
  })

  it('takes back what was recorded by mistake, with a reason', async () => {
    const [decision] = meetingPack().last?.decisions ?? []
    const faked = service(meetingPack({ last: null, decisions: decision ? [decision] : [] }))
    faked.on(at('decisions/bnssg.decision.1/withdraw', 'POST'), saved)
    const page = await openApp(governance, `/bnssg/${ONE}`)
    await page.shows('Begin with nights')
    await page.press('Take back Begin with nights')
    await page.press('Take it back')
    await page.shows('Say why, for the journal')
    const [reason] = [...page.root.querySelectorAll<HTMLTextAreaElement>('dialog textarea')]
    if (!reason) throw new Error('there is no box for the reason')
    reason.value = 'Typed twice'
    reason.dispatchEvent(new Event('input', { bubbles: true }))
    await page.press('Take it back')
    await page.shows('Taken back: Begin with nights')
    const [sent] = faked.seen(at('decisions/bnssg.decision.1/withdraw', 'POST'))
    expect(sent?.body).toEqual({ reason: 'Typed twice' })
    expect(sent?.headers.get('if-match')).toBe('"1"')
  })

  it('keeps a reason that was typed when Escape is pressed, and throws it away with Cancel', async () => {
    const [decision] = meetingPack().last?.decisions ?? []
    service(meetingPack({ last: null, decisions: decision ? [decision] : [] }))
    const page = await openApp(governance, `/bnssg/${ONE}`)
    await page.shows('Begin with nights')
    const dialog = () => page.root.querySelector<HTMLDialogElement>('dialog[open]')
    const box = async () => {
      await page.press('Take back Begin with nights')
      await expect.poll(() => dialog()?.querySelector('textarea')).toBeTruthy()
      return dialog()?.querySelector('textarea') as HTMLTextAreaElement
    }
    const reason = await box()
    reason.value = 'Typed twice'
    reason.dispatchEvent(new Event('input', { bubbles: true }))
    await nextTick()
    dialog()?.dispatchEvent(new Event('cancel'))
    await expect.poll(dialog).toBeNull()
    expect((await box()).value).toBe('Typed twice')
    await page.press('Cancel')
    await expect.poll(dialog).toBeNull()
    expect((await box()).value).toBe('')
  })

  it('keeps minutes that are not saved, also when the page is loaded again', async () => {
    const faked = service()
    const page = await openApp(governance, `/bnssg/${ONE}?do=agenda`)
    await page.shows('Item 2')
    const [first] = [...page.root.querySelectorAll('textarea')]
    if (!first) throw new Error('there is no box for minutes')
    first.value = 'Received, with thanks.'
    first.dispatchEvent(new Event('input', { bubbles: true }))
    await page.shows('Throw away what I typed')
    page.close()
    const again = await openApp(governance, `/bnssg/${ONE}?do=agenda`)
    await again.shows('Throw away what I typed')
    expect(again.root.querySelector('textarea')?.value).toBe('Received, with thanks.')
    faked.on(at(ONE, 'PATCH'), saved)
    await again.press(/^Save$/)
    await again.shows('Saved: agenda and minutes')
    expect(faked.seen(at(ONE, 'PATCH')).at(-1)?.body).toMatchObject({
      agenda: [{ minutes: 'Received, with thanks.' }, {}],
    })
  })

  it('keeps minutes when somebody else changed the agenda, and lets the writer choose', async () => {
    const faked = service()
    faked.on(at(ONE, 'PATCH'), problem(412, 'stale-version', 'Somebody was first.'))
    const page = await openApp(governance, `/bnssg/${ONE}?do=agenda`)
    await page.shows('Item 2')
    const [first] = [...page.root.querySelectorAll('textarea')]
    if (!first) throw new Error('there is no box for minutes')
    first.value = 'Received.'
    first.dispatchEvent(new Event('input', { bubbles: true }))
    const [kept] = meetingPack().agenda
    faked.on(at(ONE), meetingPack({ version: 3, mayManage: true, agenda: kept ? [kept] : [] }))
    await page.press(/^Save$/)
    await page.shows('Somebody else changed this agenda while you were writing')
    faked.on(at(ONE, 'PATCH'), saved)
    await page.press('Yours')
    await page.press('Save what I chose')
    await page.shows('Saved: agenda and minutes')
    const last = faked.seen(at(ONE, 'PATCH')).at(-1)
    expect(last?.headers.get('if-match')).toBe('"3"')
    expect(last?.body).toMatchObject({
      agenda: [
        { id: 'item-1', minutes: 'Received.' },
        { title: 'Money', minutes: 'Nobody has any.' },
      ],
    })
  })
})
