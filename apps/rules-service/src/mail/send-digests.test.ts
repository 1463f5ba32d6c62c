import { mentionOf } from '@workplan/domain'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openMailServer, type MailServer } from '../testing/mail-server.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'
import { openMailer } from './open-mailer.ts'
import { sendDigests } from './send-digests.ts'

/** A Sunday; the weekly e-mails of those who have not chosen come on the Monday. */
const SUNDAY = '2023-03-12T12:00:00Z'
const MONDAY = '2023-03-13T08:00:00Z'
const MINUTE = 60_000
const ROOT = 'https://workplan.example.nhs.uk/adult/alpha'

let server: MailServer
let service: TestService
let today: Date
beforeEach(async () => {
  server = await openMailServer()
  today = new Date(SUNDAY)
  service = await openTestService({ ...options(), programmes: [{ state: smallProgramme('alpha') }] })
  await giveAddress('person.lead-adult', 'lead@example.nhs.uk')
})
afterEach(async () => {
  await service.close()
  await server.close()
})

const options = () => ({
  now: () => today,
  config: { mail: server.config, publicUrl: 'https://workplan.example.nhs.uk' },
})

async function giveAddress(person: string, address: string): Promise<void> {
  await service.opened.database.execute(sql`update auth_users set email = ${address} where id = ${person}`)
}

const look = (at: TestService = service) => sendDigests(at.context, openMailer(server.config))

async function lookAt(moment: string | number): Promise<Awaited<ReturnType<typeof look>>> {
  today = new Date(moment)
  return look()
}

async function mention(text: string): Promise<void> {
  const cookie = await service.signIn('person.programme-office')
  const json = { about: { kind: 'task', id: 'alpha.task.adult' }, text }
  expect((await service.send('/api/programmes/alpha/comments', { cookie, json })).status).toBe(201)
}

async function choose(person: string, choice: object): Promise<void> {
  const cookie = await service.signIn(person)
  const path = '/api/programmes/alpha/notifications/settings'
  const version = (await service.send(path, { cookie })).headers.get('etag') ?? ''
  const headers = { 'if-match': version }
  expect((await service.send(path, { cookie, method: 'PUT', json: choice, headers })).status).toBe(200)
}

describe('the e-mail of a week', () => {
  it('has what concerns its reader, by title, with links, as plain text and as HTML', async () => {
    await mention(`Private words to ${mentionOf('person.lead-adult')}`)
    expect(await look()).toEqual({ sent: 0, postponed: 0 })
    expect(await lookAt(MONDAY)).toEqual({ sent: 1, postponed: 0 })
    const [mail] = server.received
    expect(mail).toMatchObject({
      recipients: ['lead@example.nhs.uk'],
      from: { name: 'Workplan', address: 'workplan@example.nhs.uk' },
      subject: 'alpha: 1 mention, 1 task due or late, 1 new flag notice',
      messageId: '<alpha.person.lead-adult.2023-03-13@example.nhs.uk>',
    })
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain('You were mentioned')
      expect(body).toContain('Work for adult of alpha')
      expect(body).toContain(`${ROOT}/tasks/alpha.task.adult`)
      expect(body).toContain(`${ROOT}/flags/late-task~alpha.task.adult`)
      expect(body).toContain(`${ROOT}/alerts/settings`)
      expect(body).not.toContain('Private words')
    }
    const headers = Object.fromEntries((mail?.headers ?? []).map(({ key, value }) => [key, value]))
    expect(headers['auto-submitted']).toBe('auto-generated')
    expect(headers['list-unsubscribe']).toContain(`${ROOT}/alerts/settings`)
  })

  it('comes once, and the next one has what is new or still waits', async () => {
    await mention(mentionOf('person.lead-adult'))
    await look()
    await lookAt(MONDAY)
    await lookAt('2023-03-16T12:00:00Z')
    expect(server.received).toHaveLength(1)
    await lookAt('2023-03-20T08:00:00Z')
    expect(server.received.map(({ subject }) => subject)).toEqual([
      'alpha: 1 mention, 1 task due or late, 1 new flag notice',
      'alpha: 1 task due or late',
    ])
  })

  it('leaves out what its reader has read in the app', async () => {
    await look()
    const cookie = await service.signIn('person.lead-adult')
    const path = '/api/programmes/alpha/notifications'
    const { seq } = (await (await service.send(path, { cookie })).json()) as { seq: number }
    await service.send(`${path}/read`, { cookie, method: 'PUT', json: { seq } })
    await mention(mentionOf('person.lead-adult'))
    await lookAt(MONDAY)
    expect(server.received.map(({ subject }) => subject)).toEqual(['alpha: 1 mention, 1 task due or late'])
  })

  it('is not sent to somebody without an address, who is switched off, or to whom there is nothing to say', async () => {
    await giveAddress('person.viewer', 'viewer@example.nhs.uk')
    await giveAddress('person.lead-children', 'children@example.nhs.uk')
    await service.opened.database.execute(
      sql`update people set disabled_at = now() where id = 'person.lead-children'`,
    )
    await mention(`${mentionOf('person.sro')} ${mentionOf('person.lead-adult')}`)
    await look()
    await lookAt(MONDAY)
    expect(server.received.flatMap(({ recipients }) => recipients)).toEqual(['lead@example.nhs.uk'])
  })
})

describe('what somebody chose', () => {
  it('is kept to: every day, on another day, or never', async () => {
    await giveAddress('person.lead-children', 'children@example.nhs.uk')
    await choose('person.lead-adult', { frequency: 'daily', weekday: 1, address: null })
    await choose('person.lead-children', { frequency: 'weekly', weekday: 2, address: null })
    for (const day of [12, 13, 14, 15]) await lookAt(`2023-03-${day}T12:00:00Z`)
    expect(server.received.map(({ recipients, messageId }) => [recipients[0], messageId])).toEqual([
      ['lead@example.nhs.uk', '<alpha.person.lead-adult.2023-03-13@example.nhs.uk>'],
      ['lead@example.nhs.uk', '<alpha.person.lead-adult.2023-03-14@example.nhs.uk>'],
      ['children@example.nhs.uk', '<alpha.person.lead-children.2023-03-14@example.nhs.uk>'],
      ['lead@example.nhs.uk', '<alpha.person.lead-adult.2023-03-15@example.nhs.uk>'],
    ])
    await choose('person.lead-adult', { frequency: 'never', weekday: 1, address: null })
    await lookAt('2023-03-16T12:00:00Z')
    expect(server.received).toHaveLength(4)
  })

  it('can be an address of their own, in a domain that this installation writes to', async () => {
    await choose('person.sro', { frequency: 'daily', weekday: 1, address: 'sro@example.nhs.uk' })
    await mention(mentionOf('person.sro'))
    await lookAt(MONDAY)
    const to = server.received.flatMap(({ recipients }) => recipients)
    expect(to).toContain('sro@example.nhs.uk')
  })
})

describe('a server that is down', () => {
  it('loses nothing: the e-mail is sent once it is back, and once', async () => {
    await look()
    await mention(mentionOf('person.lead-adult'))
    const { port } = new URL(server.config.smtpUrl)
    await server.close()
    const at = new Date(MONDAY).getTime()
    expect(await lookAt(at)).toEqual({ sent: 0, postponed: 1 })
    // It waits a little before the next try.
    expect(await lookAt(at + MINUTE)).toEqual({ sent: 0, postponed: 0 })
    expect(await lookAt(at + 3 * MINUTE)).toEqual({ sent: 0, postponed: 1 })
    server = await openMailServer(Number(port))
    expect(await lookAt(at + 10 * MINUTE)).toEqual({ sent: 1, postponed: 0 })
    expect(await lookAt(at + 60 * MINUTE)).toEqual({ sent: 0, postponed: 0 })
    expect(server.received.map(({ subject }) => subject)).toEqual([
      'alpha: 1 mention, 1 task due or late, 1 new flag notice',
    ])
  })

  it('that answers “later” is asked again; one that knows no such reader only with the next e-mail', async () => {
    await look()
    await mention(mentionOf('person.lead-adult'))
    const at = new Date(MONDAY).getTime()
    server.refuseWith(451)
    await lookAt(at)
    server.refuseWith(550)
    await lookAt(at + 10 * MINUTE)
    server.refuseWith(null)
    expect(await lookAt(at + 120 * MINUTE)).toEqual({ sent: 0, postponed: 0 })
    await lookAt('2023-03-20T08:00:00Z')
    expect(server.received[0]?.subject).toBe('alpha: 1 mention, 1 task due or late, 1 new flag notice')
  })

  it('does not keep the others waiting', async () => {
    await giveAddress('person.lead-children', 'a b@example.nhs.uk')
    await look()
    await lookAt(MONDAY)
    expect(server.received.flatMap(({ recipients }) => recipients)).toEqual(['lead@example.nhs.uk'])
  })
})

describe('several instances', () => {
  it('send each e-mail once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => openServiceOver(service.opened, options())))
    onTestFinished(() => {
      for (const other of others) other.stop()
    })
    await look()
    today = new Date(MONDAY)
    const outcomes = await Promise.all([service, ...others].map((each) => look(each)))
    expect(outcomes.map(({ sent }) => sent).toSorted()).toEqual([0, 0, 0, 1])
    expect(server.received).toHaveLength(1)
  })

  it('take over from one that died while it was sending', async () => {
    await look()
    await service.opened.database.execute(
      sql`update digests set day = '2023-03-13', settled_at = null, claimed_until = ${new Date(MONDAY).toISOString()}`,
    )
    expect(await lookAt(MONDAY)).toEqual({ sent: 0, postponed: 0 })
    expect(await lookAt(new Date(MONDAY).getTime() + MINUTE)).toEqual({ sent: 1, postponed: 0 })
  })
})
