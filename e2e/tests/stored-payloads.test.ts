import type { APIRequestContext, Page } from '@playwright/test'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from '../fixtures/test.ts'
import { payloads } from '../fixtures/payloads.ts'

/** How many are stored; by hand N=500. */
const COUNT = Number(process.env['N'] ?? 60)
const API = '/api/programmes/bnssg'
const FLAG = 'group-without-chair~bnssg.group.respect-plus-oversight'
/** Title, progress note, next step and reason. */
const TEXTS_OF_A_TASK = 4
const GROUP = 'bnssg.group.evidence-bi'

test.setTimeout(60_000 + COUNT * 2_000)

test(`${COUNT} scripts and formulas in every free text stay text in every view and export`, async ({
  visit,
}) => {
  const office = await visit('programmeOffice')
  const sro = await visit('sro')
  const secretary = await visit('secretary')
  const stored = payloads(COUNT)
  let used = 0
  const next = () => stored[used++ % stored.length] ?? ''

  const rule = await write(office.api, 'post', `${API}/rules`, ruleWith(next))
  const { item } = await write(
    office.api,
    'post',
    `${API}/rules/${rule.id}/publish`,
    { reason: next() },
    rule.revision,
  )
  await write(
    sro.api,
    'post',
    `${API}/flags/${FLAG}/decisions`,
    { kind: 'ask', question: next() },
    await versionOf(sro.api, `${API}/flags/${FLAG}`),
  )
  await write(
    sro.api,
    'post',
    `${API}/flags/${FLAG}/decisions`,
    { kind: 'dispute', rationale: next() },
    await versionOf(sro.api, `${API}/flags/${FLAG}`),
  )
  await write(office.api, 'post', `${API}/flags/${FLAG}/acceptance-requests`, {
    until: '2023-06-30',
    rationale: next(),
  })
  const meeting = await write(secretary.api, 'post', `${API}/meetings`, {
    ...{ title: next().slice(0, 200), group: GROUP, date: '2023-04-01' },
    agenda: [{ title: next().slice(0, 200), about: null, minutes: next() }],
  })
  const pack = await write(office.api, 'post', `${API}/foi-packs`, {
    ...{ title: next().slice(0, 200), reference: null, receivedOn: null, asAt: '2023-03-13' },
    ...{ questionSet: null, questions: [next()] },
  })
  const person = await write(office.api, 'post', `${API}/people`, {
    name: next().slice(0, 120),
    title: next().slice(0, 120),
    roles: [{ role: 'viewer' }],
  })
  await write(office.api, 'put', `${API}/people/${person.id}/hold`, { because: next() })
  const report = await write(secretary.api, 'post', `${API}/reports`, {
    group: GROUP,
    period: { from: '2023-01-01', to: '2023-03-13' },
  })
  let task = { id: '' }
  const left = Math.max(1, Math.ceil((COUNT - used) / TEXTS_OF_A_TASK))
  for (let made = 0; made < left; made += 1)
    task = (await write(office.api, 'post', `${API}/tasks`, taskWith(next))).item.task
  await write(office.api, 'post', `${API}/comments`, {
    about: { kind: 'task', id: task.id },
    text: next(),
  })
  const texts = { summary: next(), done: next(), next: next(), risks: next(), decisions: next() }
  await write(
    secretary.api,
    'patch',
    `${API}/reports/${report.id}`,
    { title: next().slice(0, 200), narrative: texts, refresh: true },
    report.version,
  )

  const views: readonly (readonly [Page, string])[] = [
    [office.page, `/governance/bnssg/rules/${rule.id}`],
    [office.page, '/governance/bnssg/rules'],
    [office.page, `/governance/bnssg/flags?rule=${item.id}`],
    [office.page, `/governance/bnssg/flags/${item.id}~${task.id}`],
    [office.page, `/governance/bnssg/flags/${FLAG}`],
    [office.page, '/governance/bnssg/journal'],
    [office.page, '/governance/bnssg/people'],
    [office.page, `/governance/bnssg/privacy?person=${person.id}`],
    [office.page, '/governance/bnssg/meetings'],
    [office.page, `/governance/bnssg/meetings/${meeting.item.id}`],
    [office.page, '/governance/bnssg/foi'],
    [office.page, `/governance/bnssg/foi/${pack.pack.id}`],
    [office.page, '/governance/bnssg/home'],
    [office.page, `/adult/bnssg/tasks/${task.id}`],
    [office.page, '/adult/bnssg/workplan'],
    [office.page, '/adult/bnssg/my-week'],
    [office.page, '/adult/bnssg/search?q=payload'],
    [office.page, '/adult/bnssg/requirements/ambitions.1.1.3'],
    [office.page, `/governance/bnssg/records/task/${task.id}`],
    [secretary.page, '/governance/bnssg/reports'],
    [secretary.page, `/governance/bnssg/reports/${report.id}`],
  ]
  let shown = 0
  for (const [page, at] of views) if (await staysText(page, at)) shown += 1
  expect(shown, 'views in which payloads were read').toBeGreaterThanOrEqual(14)

  await exportStaysText(office.api, `${API}/people/${person.id}/export`, 'post')
  for (const format of ['html', 'xlsx', 'json'])
    await exportStaysText(secretary.api, `${API}/reports/${report.id}/document?format=${format}`, 'get')
})

/**
 * Opens a view and expects that nothing of a payload became an element or ran; the window itself notes violations. Answers
 * whether a payload could be read there.
 */
async function staysText(page: Page, at: string): Promise<boolean> {
  page.on('dialog', (dialog) => void dialog.dismiss())
  await page.goto(at)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
  const found = await page.evaluate(() => ({
    ran: Reflect.get(globalThis, 'ran') ?? null,
    injected: document.querySelectorAll('[data-payload], iframe, object, base, [onerror], [onload]').length,
    links: document.querySelectorAll('a[href^="javascript:" i], a[href*="evil.example"]').length,
  }))
  expect(found, at).toEqual({ ran: null, injected: 0, links: 0 })
  return (await page.locator('body').innerText()).includes('window.ran=')
}

async function exportStaysText(api: APIRequestContext, path: string, method: 'get' | 'post'): Promise<void> {
  const answer = await api[method](path)
  expect(answer.status(), path).toBe(200)
  const type = answer.headers()['content-type'] ?? ''
  const body = await answer.body()
  if (type.includes('html')) expect(body.toString(), path).not.toMatch(/<[a-z][^>]*\sdata-payload/i)
  if (type.includes('spreadsheet'))
    for (const [name, text] of zipEntries(body))
      if (name.includes('worksheets/')) expect(text, `${path} ${name}`).not.toMatch(/<f[ >]|<hyperlink/)
}

/** The text files in a ZIP archive, by its directory at the end. */
function zipEntries(archive: Buffer): [string, string][] {
  const entries: [string, string][] = []
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\u0005\u0006') + 16)
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place))
    const [size, file] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)]
    const begin = file + 30 + archive.readUInt16LE(file + 26) + archive.readUInt16LE(file + 28)
    const content = archive.subarray(begin, begin + size)
    const text = archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content
    entries.push([archive.toString('utf8', at + 46, at + 46 + (name ?? 0)), text.toString('utf8')])
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

function taskWith(next: () => string) {
  return {
    title: next(),
    workstream: null,
    audience: ['adult'],
    serves: ['ambitions.1.1.3'],
    due: '2023-03-01',
    progress: next(),
    nextStep: next(),
    reason: next(),
  }
}

function ruleWith(next: () => string) {
  return {
    document: {
      ...{ title: next(), subject: 'task', severity: 'medium', why: next(), requires: [] },
      source: { framework: next(), locator: next(), url: '' },
      when: {
        all: [
          { fact: 'isLive', operator: 'equal', value: true },
          { fact: 'daysLate', operator: 'greaterThan', value: 2 },
        ],
      },
      message: `${next().replaceAll(/[{}]/g, '')} {daysLate}`,
      remedy: next().replaceAll(/[{}]/g, ''),
    },
    cases: [
      { name: next(), facts: { isLive: true, daysLate: 3 }, flags: true },
      { name: next(), facts: { isLive: true, daysLate: 2 }, flags: false },
      { name: next(), facts: { isLive: true, daysLate: null }, flags: 'not-assessable' },
    ],
  }
}

async function write(
  api: APIRequestContext,
  method: 'post' | 'put' | 'patch',
  path: string,
  data: unknown,
  version?: number,
) {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
  const answer = await api[method](path, { data, headers })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return answer.json()
}

async function versionOf(api: APIRequestContext, path: string): Promise<number> {
  return Number(/"(\d+)"/.exec((await api.get(path)).headers()['etag'] ?? '')?.[1])
}
