import { afterEach, expect, it, vi } from 'vitest'
import { downloadText } from './download-text.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

it('offers the text under its name and lets go of it afterwards', async () => {
  const created = vi.spyOn(URL, 'createObjectURL')
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  const clicked: HTMLAnchorElement[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(this)
  })
  downloadText('tasks.csv', 'a,b')
  const blob = created.mock.calls[0]?.[0]
  expect(blob).toBeInstanceOf(Blob)
  expect(blob instanceof Blob && (await blob.text())).toBe('a,b')
  expect(clicked.map(({ download, href }) => [download, href])).toEqual([
    ['tasks.csv', created.mock.results[0]?.value],
  ])
  expect(revoked).toHaveBeenCalledWith(created.mock.results[0]?.value)
})
