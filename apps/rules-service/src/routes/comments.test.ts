import { type CommentView, type JournalEntry, mentionOf } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const COMMENTS = '/api/programmes/alpha/comments'
const task = { kind: 'task', id: 'alpha.task.adult' }
const flag = { kind: 'flag', id: 'late-task~alpha.task.adult' }

let service: TestService
const as: Record<'lead' | 'office' | 'viewer', string> = { lead: '', office: '', viewer: '' }
beforeAll(async () => {
  service = await openTestService()
  as.lead = await service.signIn('person.lead-adult')
  as.office = await service.signIn('person.programme-office')
  as.viewer = await service.signIn('person.viewer')
})
afterAll(() => service.close())

async function write(cookie: string, about: object, text: string): Promise<CommentView> {
  const answer = await service.send(COMMENTS, { cookie, json: { about, text } })
  expect(answer.status).toBe(201)
  return (await answer.json()) as CommentView
}

function change(cookie: string, { comment, version }: CommentView, json: object): Promise<Response> {
  const headers = { 'if-match': `"${version}"` }
  return service.send(`${COMMENTS}/${comment.id}`, { cookie, method: 'PATCH', json, headers })
}

async function thread({ kind, id }: { kind: string; id: string }, asAt = ''): Promise<CommentView[]> {
  const query = new URLSearchParams({ kind, id, ...(asAt && { asAt }) }).toString()
  const answer = await service.send(`${COMMENTS}?${query}`, { cookie: as.viewer })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { items: CommentView[] }).items
}

describe('a comment', () => {
  it('is read by everybody in the order of writing, with who wrote it and whom it mentions', async () => {
    await write(as.office, task, `When will it be done, ${mentionOf('person.lead-adult')}?`)
    await write(as.lead, task, 'Next week')
    const said = await thread(task)
    expect(said.map(({ comment, by, mentioned }) => [by.name, comment.text, mentioned])).toEqual([
      [
        'Programme office',
        'When will it be done, @[person.lead-adult]?',
        [{ id: 'person.lead-adult', name: 'Lead for adult services' }],
      ],
      ['Lead for adult services', 'Next week', []],
    ])
    expect(said.map(({ mayChange }) => mayChange)).toEqual([false, false])
  })

  it('is read in the journal with the names of those it mentions', async () => {
    const { comment } = await write(as.office, task, `See ${mentionOf('person.sro')}`)
    const answer = await service.send(`/api/programmes/alpha/journal?kind=comment&id=${comment.id}`, {
      cookie: as.office,
    })
    const { items } = (await answer.json()) as { items: JournalEntry[] }
    const changes = new Map(items[0]?.changes.map(({ field, after }) => [field, after]))
    expect(changes.get('text')).toBe('See @Senior responsible owner')
    expect(changes.get('mentions')).toEqual(['Senior responsible owner'])
  })

  it('on a flag stands beside the flag alone', async () => {
    await write(as.lead, flag, 'We wait for the contract')
    expect((await thread(flag)).map(({ comment }) => comment.text)).toEqual(['We wait for the contract'])
    expect((await thread(task)).some(({ comment }) => comment.about.kind === 'flag')).toBe(false)
  })

  it('is changed by its writer, and by nobody else', async () => {
    const written = await write(as.lead, task, 'Frist draft')
    expect(written).toMatchObject({ version: 1, mayChange: true })
    await expectProblem(await change(as.office, written, { text: 'No' }), 'not-allowed')
    const answer = await change(as.lead, written, { text: `First draft, ${mentionOf('person.sro')}` })
    const edited = (await answer.json()) as CommentView
    expect(edited).toMatchObject({
      version: 2,
      comment: { text: 'First draft, @[person.sro]', mentions: ['person.sro'] },
    })
    expect(edited.comment.editedAt).not.toBeNull()
    const stale = await expectProblem(await change(as.lead, written, { text: 'Late' }), 'stale-version')
    expect(stale.current).toMatchObject({ version: 2 })
  })

  it('that is withdrawn says so; what it said stays in the journal and in the past', async () => {
    const written = await write(as.lead, task, 'Said in haste')
    const past = new Date().toISOString()
    const withdrawn = (await (await change(as.lead, written, { state: 'withdrawn' })).json()) as CommentView
    expect(withdrawn).toMatchObject({ mayChange: false, comment: { state: 'withdrawn', text: null } })
    await expectProblem(await change(as.lead, withdrawn, { text: 'Again' }), 'conflict')
    expect((await thread(task, past)).at(-1)?.comment.text).toBe('Said in haste')
    const rows = await service.context.store.readJournal('alpha', {
      kind: 'comment',
      id: written.comment.id,
      order: 'oldest-first',
      limit: 9,
    })
    expect(rows.map(({ action, title }) => [action, title])).toEqual([
      ['comment.written', 'Work for adult of alpha'],
      ['comment.withdrawn', 'Work for adult of alpha'],
    ])
    expect(rows[1]?.before).toMatchObject({ text: 'Said in haste' })
  })

  it('is written once, however often it is sent with one key', async () => {
    const send = () =>
      service.send(COMMENTS, {
        cookie: as.lead,
        json: { about: flag, text: 'Only once' },
        headers: { 'idempotency-key': 'comment-once' },
      })
    const [one, other] = [await send(), await send()]
    expect(await one.json()).toEqual(await other.json())
    expect((await thread(flag)).filter(({ comment }) => comment.text === 'Only once')).toHaveLength(1)
  })

  it('is refused where it mentions nobody of the programme, says nothing, or is about nothing', async () => {
    const send = (json: object) => service.send(COMMENTS, { cookie: as.lead, json })
    const stranger = await expectProblem(
      await send({ about: task, text: mentionOf('person.nobody') }),
      'invalid-input',
    )
    expect(stranger.errors?.[0]?.path).toBe('text')
    await expectProblem(await send({ about: task, text: ' \n ' }), 'invalid-input')
    await expectProblem(await send({ about: { kind: 'task', id: 'alpha.task.x' }, text: 'x' }), 'not-found')
    await expectProblem(await send({ about: { kind: 'service', id: 'x' }, text: 'x' }), 'invalid-input')
  })

  it('is for members who have a say: a viewer reads, and writes nothing', async () => {
    const refused = await service.send(COMMENTS, { cookie: as.viewer, json: { about: task, text: 'x' } })
    await expectProblem(refused, 'not-allowed')
  })
})
