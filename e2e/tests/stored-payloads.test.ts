import type { APIRequestContext, Page } from '@playwright/test'
import { inflateRawSync } from 'node:zlib'
import { expectAllLoaded } from '../fixtures/all-loaded.ts'
import { payloads } from '../fixtures/payloads.ts'
import { storeTexts } from '../fixtures/store-texts.ts'
import { expect, test } from '../fixtures/test.ts'

/** How many are stored; by hand N=500. */
const COUNT = Number(process.env['N'] ?? 60)
/** Views whose first screen need not show a payload: it is in what they open, or far down. */
const UNSEEN = 4
const SHOWN_WITHIN_MS = 3_000
/** By so many letters a payload is told from what else a page says. */
const TOLD_BY = 24

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

  const { views, exports } = await storeTexts(
    { office: office.api, sro: sro.api, secretary: secretary.api },
    { next, left: () => COUNT - used },
  )
  const unseen: string[] = []
  for (const at of views) if (!(await staysText(office.page, at, stored))) unseen.push(at)
  expect(unseen.length, `views without a payload: ${unseen.join(', ')}`).toBeLessThanOrEqual(UNSEEN)
  for (const { path, method } of exports) await exportStaysText(office.api, path, method)
})

/**
 * Opens a view and expects that nothing of a payload became an element or ran; the window itself notes violations. Answers
 * whether a payload could be read there.
 */
async function staysText(page: Page, at: string, stored: readonly string[]): Promise<boolean> {
  page.on('dialog', (dialog) => void dialog.dismiss())
  await page.goto(at)
  await expectAllLoaded(page)
  const shown = await readsPayload(page, stored)
  const found = await page.evaluate(() => ({
    ran: Reflect.get(globalThis, 'ran') ?? null,
    injected: document.querySelectorAll('[data-payload], iframe, object, base, [onerror], [onload]').length,
    links: document.querySelectorAll('a[href^="javascript:" i], a[href*="evil.example"]').length,
  }))
  expect(found, at).toEqual({ ran: null, injected: 0, links: 0 })
  return shown
}

/** Whether a payload can be read on the page, which may still be about to show what it has. */
async function readsPayload(page: Page, stored: readonly string[]): Promise<boolean> {
  const reads = async () => {
    const text = await page.locator('body').innerText()
    return stored.some((payload) => text.includes(payload.slice(0, TOLD_BY)))
  }
  const until = Date.now() + SHOWN_WITHIN_MS
  while (!(await reads())) {
    if (Date.now() > until) return false
    await page.waitForTimeout(100)
  }
  return true
}

async function exportStaysText(api: APIRequestContext, path: string, method: 'get' | 'post'): Promise<void> {
  const answer = await api[method](path)
  expect(answer.status(), path).toBe(200)
  const type = answer.headers()['content-type'] ?? ''
  const body = await answer.body()
  if (/html|svg/.test(type))
    expect(body.toString(), path).not.toMatch(/<[a-z][^>]*\s(data-payload|on\w+)=|<script/i)
  if (type.includes('openxmlformats'))
    for (const [name, text] of zipEntries(body)) {
      expect(text, `${path} ${name}`).not.toMatch(/TargetMode="External"|hlinkClick|<w:hyperlink/)
      if (name.includes('worksheets/')) expect(text, `${path} ${name}`).not.toMatch(/<f[ >]|<hyperlink/)
    }
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
