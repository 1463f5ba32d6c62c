import { openApp, problem, session } from '@workplan/shell/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService } from '../testing/governance-service.ts'

const PUT = at('word-template', 'PUT')
const OFFICE = session({ may: ['programme.view', 'templates.manage'] })
const NONE = { version: 0, template: null }
const BOARD = {
  version: 1,
  template: { id: 'bnssg.word-template.board', title: 'board.dotx', bytes: 31_000, sha256: 'a'.repeat(64) },
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})

async function openTemplate(now: typeof NONE | typeof BOARD) {
  const service = governanceService({ 'GET /api/session': OFFICE, [at('word-template')]: now })
  const page = await openApp(governance, '/bnssg/reports/template')
  await page.shows('What is taken from it')
  return { service, page }
}

function choose(root: ParentNode, file: File): void {
  const input = root.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('there is no choice of a file')
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function confirm(root: ParentNode): void {
  root.querySelector('dialog button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
}

describe('the template of Word documents', () => {
  it('is set after a question', async () => {
    const { service, page } = await openTemplate(NONE)
    await page.shows('Word documents look as Workplan makes them')
    choose(page.root, new File(['words'], 'board.dotx'))
    await page.press(/^Use this template$/)
    await page.shows('Word documents look like board.dotx.')
    expect(service.seen(PUT)).toEqual([])
    service.on(PUT, BOARD)
    confirm(page.root)
    await page.shows('Saved. Word documents look so from now on.')
    expect(service.seen(PUT)[0]?.body).toEqual({ template: { name: 'board.dotx', file: btoa('words') } })
    expect(service.seen(PUT)[0]?.headers.get('if-match')).toBe('"0"')
    await page.shows('board.dotx, 31 kB')
  })

  it('is removed after a question', async () => {
    const { service, page } = await openTemplate(BOARD)
    await page.press('Go back to the template of Workplan')
    await page.shows('Word documents no longer look like board.dotx.')
    service.on(PUT, { version: 2, template: null })
    confirm(page.root)
    await page.shows('Word documents look as Workplan makes them')
    expect(service.seen(PUT)[0]?.body).toEqual({ template: null })
  })

  it('says beside the choice what is wrong with a file, as the service says it', async () => {
    const { service, page } = await openTemplate(NONE)
    await page.press(/^Use this template$/)
    await page.shows('Choose a Word document or template first')
    choose(page.root, new File([new Uint8Array(400_000)], 'large.docx'))
    await page.press(/^Use this template$/)
    await page.shows('large.docx has 400 kB, and a template may have 300 kB.')
    choose(page.root, new File(['words'], 'macros.docx'))
    await page.press(/^Use this template$/)
    service.on(PUT, problem(400, 'invalid-input', 'The file holds macros. Nothing was changed.'))
    confirm(page.root)
    await page.shows('The file holds macros. Nothing was changed.')
  })

  it('shows both where somebody else was first, and takes the one that is chosen', async () => {
    const { service, page } = await openTemplate(NONE)
    choose(page.root, new File(['words'], 'mine.docx'))
    await page.press(/^Use this template$/)
    service.on(PUT, problem(412, 'stale-version', 'It was changed.', { current: BOARD }))
    service.on(at('word-template'), BOARD)
    confirm(page.root)
    await page.shows('Somebody else changed this template while you were writing')
    await page.shows('Theirs, saved now: board.dotx, 31 kB')
    await page.press('Save what I chose')
    await page.shows('Choose which template to keep')
    await page.press(/^Yours: mine\.docx/)
    service.on(PUT, { ...BOARD, version: 2 })
    await page.press('Save what I chose')
    await page.shows('Saved. Word documents look so from now on.')
    expect(service.seen(PUT)[1]?.body).toEqual({ template: { name: 'mine.docx', file: btoa('words') } })
    expect(service.seen(PUT)[1]?.headers.get('if-match')).toBe('"1"')
  })

  it('is for the programme office', async () => {
    governanceService()
    const page = await openApp(governance, '/bnssg/reports/template')
    await page.shows('You may not open this page')
  })
})
