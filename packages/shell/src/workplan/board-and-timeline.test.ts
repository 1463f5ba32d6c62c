import type { Task, TaskView } from '@workplan/domain'
import { describe, expect, it, vi } from 'vitest'
import { exampleService, openApp, taskView, type OpenedApp } from '../../testing/index.ts'
import { workstreamApp } from '../app/create-workstream-app.ts'

const adult = workstreamApp({ app: 'adult', title: 'Adult services', sections: [], routes: [] })

function aTask(id: string, task: Partial<Task> = {}, mayUpdate = true): TaskView {
  return taskView({ task: { id, title: `Work ${id}`, due: null, ...task }, mayUpdate })
}

async function openView(view: 'board' | 'timeline'): Promise<OpenedApp> {
  const page = await openApp(adult, `/bnssg/workplan?view=${view}`)
  await page.shows(/\d task/)
  return page
}

/** What is put on the clipboard, the latest last. */
function clipboard(): string[] {
  const written: string[] = []
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
  })
  return written
}

const bars = (page: OpenedApp) => [...page.root.querySelectorAll<HTMLElement>('.wps-track button')]

describe('updating on the timeline', () => {
  it('starts from a bar or the button beside it, and gives the focus back to the button', async () => {
    const service = exampleService({ tasks: [aTask('a', { due: '2023-06-30' }), aTask('b')] })
    const page = await openView('timeline')
    await page.shows('Press a bar or its Update button')
    expect(bars(page).map(({ tabIndex }) => tabIndex)).toEqual([-1])
    bars(page)[0]?.click()
    await page.shows('Progress note')
    await page.fill('Progress note', 'Two of three done')
    await page.press('Save')
    await page.shows('Saved.')
    expect(service.tasks.get('a')?.task.progress).toBe('Two of three done')
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Update Work a'))
  })

  it('sets a status with one key, also for what has no date', async () => {
    const service = exampleService({ tasks: [aTask('a', { due: '2023-06-30' }), aTask('b')] })
    const page = await openView('timeline')
    await page.shows('No dates (1)')
    const key = new KeyboardEvent('keydown', { key: 'd', bubbles: true, cancelable: true })
    page.control('Update Work b').dispatchEvent(key)
    await page.shows('Saved.')
    expect(service.tasks.get('b')?.task.status).toBe('done')
  })

  it('is not offered to somebody who may only read', async () => {
    exampleService({ tasks: [aTask('a', { due: '2023-06-30' }, false)] })
    const page = await openView('timeline')
    await page.shows('Work a')
    expect(page.offers(/^Update/)).toBe(false)
    expect(bars(page)).toEqual([])
  })
})

describe('taking it elsewhere', () => {
  it('copies the board column by column, and its tasks for a spreadsheet', async () => {
    const done = { status: 'done', nextStep: 'Tell the board' } as const
    exampleService({ tasks: [aTask('b', done), aTask('a', { due: '2023-04-01' })] })
    const copied = clipboard()
    const page = await openView('board')
    await page.press('Copy as text')
    await page.shows('Copied. Paste it into an e-mail or a document.')
    expect(copied.at(-1)).toMatch(
      /^Workplan of Adult services\n\nIn progress\n- Work a \(.*\)\n\nDone\n- Work b \(.*\)\n {2}Next: Tell the board$/,
    )
    await page.press('Copy for Excel')
    await page.shows('Copied. Paste it into a spreadsheet.')
    expect(
      copied
        .at(-1)
        ?.split('\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual(['Task', 'Work a', 'Work b'])
  })

  it('copies the timeline under its quarters', async () => {
    exampleService({ tasks: [aTask('b'), aTask('a', { due: '2023-06-30' })] })
    const copied = clipboard()
    const page = await openView('timeline')
    await page.press('Copy as text')
    await page.shows('Copied. Paste it into an e-mail or a document.')
    expect(copied.at(-1)).toMatch(
      /^Timeline of Adult services\n\nQuarter 1 of 2023-24\n- Work a \(In progress; Due 30 June 2023.*\)\n\nNo dates\n- Work b \(In progress; No dates.*\)$/,
    )
  })
})
