import { describe, expect, it } from 'vitest'
import {
  commentView,
  exampleService,
  noNetwork,
  openApp,
  problem,
  programmeView,
  serveComments,
  session,
  taskView,
  type ExampleService,
  type OpenedApp,
} from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })
const COMMENTS = '/api/programmes/bnssg/comments'
const BOX = 'Add a comment'
const may = ['programme.view', 'comment.write', 'comment.change'] as const

function service(given: { session?: ReturnType<typeof session> } = {}): ExampleService {
  const made = exampleService({
    session: given.session ?? session({ may: [...may] }),
    tasks: [taskView({ task: { id: 'task.1' } })],
  })
  const people = [
    { id: 'person.lead-adult', name: 'Lead for adult services', title: 'Workstream lead' },
    { id: 'person.sro', name: 'Senior responsible owner', title: 'Answers to the board' },
    { id: 'person.reader', name: 'Reader', title: 'Myself' },
  ]
  made.on('GET /api/programmes/bnssg', programmeView({ people }))
  return made
}

async function open(words = BOX): Promise<OpenedApp> {
  const page = await openApp(adult, '/bnssg/tasks/task.1')
  await page.shows(words)
  return page
}

const box = (page: OpenedApp) => page.field(BOX) as HTMLTextAreaElement

/** Types at the end of what is there, letter by letter as far as the page can tell. */
async function type(page: OpenedApp, text: string): Promise<void> {
  const field = box(page)
  await page.fill(BOX, field.value + text)
  field.setSelectionRange(field.value.length, field.value.length)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await Promise.resolve()
}

async function press(page: OpenedApp, key: string): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  box(page).dispatchEvent(event)
  await new Promise((resolve) => setTimeout(resolve, 0))
  return event.defaultPrevented
}

const offered = (page: OpenedApp) => [...page.root.querySelectorAll<HTMLElement>('[role=option]')]
const active = (page: OpenedApp) =>
  page.root.querySelector(`#${CSS.escape(box(page).getAttribute('aria-activedescendant') ?? 'none')}`)

describe('a thread', () => {
  it('shows who said what, with names for mentions, and what was taken back', async () => {
    serveComments(service(), [
      commentView({ text: 'When, @[person.lead-adult]?', mentions: ['person.lead-adult'] }),
      commentView({ id: 'bnssg.comment.2', state: 'withdrawn', text: null }),
    ])
    const page = await open()
    await page.shows('When, @Lead for adult services?')
    await page.shows('Withdrawn by the person who wrote it.')
    expect(page.offers('Change your comment')).toBe(false)
  })

  it('says when there is nothing, and is only read by those who have no say', async () => {
    serveComments(service({ session: session({ may: ['programme.view'] }) }))
    const page = await open('Nobody has said anything yet.')
    expect(page.offers(BOX)).toBe(false)
  })

  it('shows what another person says at once', async () => {
    const served = service()
    const thread = serveComments(served)
    const page = await open()
    await page.shows('Nobody has said anything yet.')
    thread.push(commentView({ text: 'Hello from elsewhere' }))
    served.streams.at(-1)?.open()
    served.publish({ seq: 9, programme: 'bnssg', kinds: ['comment'], ids: ['bnssg.comment.1'] })
    await page.shows('Hello from elsewhere')
  })
})

describe('a mention', () => {
  it('is chosen by keyboard: arrows move, Enter takes, and the id is sent', async () => {
    const served = service()
    serveComments(served)
    const page = await open()
    await type(page, 'Please look, @')
    expect(offered(page).map(({ textContent }) => textContent.trim())).toEqual([
      'Lead for adult services Workstream lead',
      'Senior responsible owner Answers to the board',
    ])
    expect(active(page)?.textContent).toContain('Lead for adult services')
    expect(await press(page, 'ArrowDown')).toBe(true)
    expect(active(page)?.textContent).toContain('Senior responsible owner')
    expect(active(page)?.getAttribute('aria-selected')).toBe('true')
    expect(await press(page, 'Enter')).toBe(true)
    expect(box(page).value).toBe('Please look, @Senior responsible owner ')
    expect(offered(page)).toEqual([])
    await page.press('Add comment')
    await page.shows('Somebody')
    expect(served.seen(`POST ${COMMENTS}`)[0]?.body).toEqual({
      about: { kind: 'task', id: 'task.1' },
      text: 'Please look, @[person.sro]',
    })
    expect(box(page).value).toBe('')
  })

  it('is left alone with Escape, and keys have their own meaning again', async () => {
    serveComments(service())
    const page = await open()
    await type(page, '@lead')
    expect(offered(page)).toHaveLength(1)
    expect(await press(page, 'Escape')).toBe(true)
    expect(offered(page)).toEqual([])
    expect(await press(page, 'Enter')).toBe(false)
    expect(box(page).value).toBe('@lead')
  })
})

describe('a comment of one’s own', () => {
  it('that was said otherwise in another window is shown with both, and not overwritten', async () => {
    const served = service()
    const thread = serveComments(served)
    const page = await open()
    await page.fill(BOX, 'First')
    await page.press('Add comment')
    await page.press('Change your comment')
    await page.fill(/^Change your comment/, 'Mine')
    const [first] = thread
    if (!first) throw new Error('there is no comment')
    thread.splice(0, 1, { ...first, version: 2, comment: { ...first.comment, text: 'Of the other window' } })
    served.streams.at(-1)?.open()
    served.publish({ seq: 9, programme: 'bnssg', kinds: ['comment'], ids: [first.comment.id] })
    await page.shows('while you were writing')
    expect(page.field(/^Change your comment/).value).toBe('Mine')
    await page.press(/^Save$/)
    await page.shows('In the other window, saved now: Of the other window')
    await page.press('In this window: Mine')
    await page.press('Save what I chose')
    await page.shows('changed since')
    const sent = served.requests.filter(({ method }) => method === 'PATCH')
    expect(sent.map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"2"'])
    expect(sent.at(-1)?.body).toEqual({ text: 'Mine' })
  })

  it('can be said otherwise and withdrawn', async () => {
    const served = service()
    serveComments(served)
    const page = await open()
    await page.fill(BOX, 'Frist')
    await page.press('Add comment')
    await page.shows('Change your comment')
    await page.press('Change your comment')
    await page.fill(/^Change your comment/, 'First')
    await page.press('Save')
    await page.shows('changed since')
    await page.press('Withdraw your comment')
    await page.shows('Withdraw your comment?')
    await page.press('Withdraw it')
    await page.shows('Withdrawn by the person who wrote it.')
    const changes = served.requests.filter(({ method }) => method === 'PATCH')
    expect(changes.map(({ body }) => body)).toEqual([{ text: 'First' }, { state: 'withdrawn' }])
    expect(changes.map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"2"'])
  })

  it('is kept while there is no connection, and sent once when there is one again', async () => {
    const served = service()
    served.on(`POST ${COMMENTS}`, noNetwork)
    const page = await open()
    await page.fill(BOX, 'A long thought')
    await page.press('Add comment')
    await page.shows('Not saved yet: the service cannot be reached.')
    expect(box(page).value).toBe('A long thought')
    serveComments(served)
    served.streams.at(-1)?.open()
    await page.shows('Change your comment')
    const sent = served.seen(`POST ${COMMENTS}`).map(({ headers }) => headers.get('idempotency-key'))
    expect(sent).toHaveLength(2)
    expect(new Set(sent).size).toBe(1)
    expect(box(page).value).toBe('')
  })

  it('leaves in the box what is typed while it is on its way', async () => {
    const served = service()
    const sent = Promise.withResolvers<object>()
    served.on(`POST ${COMMENTS}`, () => sent.promise)
    const page = await open()
    await page.fill(BOX, 'A thought')
    await page.press('Add comment')
    await page.fill(BOX, 'A thought, and another')
    sent.resolve(commentView({ text: 'A thought' }))
    await page.shows('Saved, without what you typed meanwhile')
    expect(box(page).value).toBe('A thought, and another')
    expect(served.seen(`POST ${COMMENTS}`)).toHaveLength(1)
  })

  it('opened again while it is on its way is sent under one key, and is done with when the answer comes', async () => {
    const served = service()
    const sent = Promise.withResolvers<object>()
    served.on(`POST ${COMMENTS}`, () => sent.promise)
    const page = await open()
    await page.fill(BOX, 'A thought')
    await page.press('Add comment')
    await page.router.push('/bnssg/my-week')
    await page.shows('My week')
    await page.router.push('/bnssg/tasks/task.1')
    await page.shows(BOX)
    expect(box(page).value).toBe('A thought')
    sent.resolve(commentView({ text: 'A thought' }))
    await expect.poll(() => box(page).value).toBe('')
    const keys = served.seen(`POST ${COMMENTS}`).map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(1)
  })

  it('that an expired session kept back is sent by itself once its writer is back, and once', async () => {
    const served = service()
    served.on(`POST ${COMMENTS}`, problem(401, 'not-signed-in', 'Sign in and try again.'))
    const before = await open()
    await before.fill(BOX, 'A last thought')
    await before.press('Add comment')
    await before.shows('You were signed out before this was saved.')
    before.close()
    serveComments(served)
    const after = await open()
    await after.shows('Change your comment')
    const sent = served.seen(`POST ${COMMENTS}`)
    expect(sent.map(({ body }) => (body as { text: string }).text)).toEqual([
      'A last thought',
      'A last thought',
    ])
    expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
    expect(box(after).value).toBe('')
  })

  it('is kept over a reload, and what is refused stays in the box with the reason', async () => {
    const served = service()
    const before = await open()
    await before.fill(BOX, 'Half a thought')
    before.close()
    const after = await open()
    expect(box(after).value).toBe('Half a thought')
    served.on(`POST ${COMMENTS}`, problem(403, 'not-allowed', 'Your role does not allow this.'))
    await after.press('Add comment')
    await after.shows('Not saved.')
    expect(box(after).value).toBe('Half a thought')
  })
})
