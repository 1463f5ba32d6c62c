import { expect, it } from 'vitest'
import { createApi } from '../api.ts'
import { apiDocument } from '../openapi/api-document.ts'
import { openTestService } from '../testing/test-service.ts'

/** Reads that cannot be had as at a moment, and why. */
const OF_NOW: Readonly<Record<string, string>> = {
  '/arrangements/{id}': 'the version that a change starts from; the lists of arrangements take a moment',
  '/people': 'names are kept as they are now, and nowhere else',
  '/people/{id}': 'names are kept as they are now, and nowhere else',
  '/flag-review': 'what this person has still to look at',
  '/notifications': 'what this person was told',
  '/notifications/unread': 'what this person has not read yet',
  '/notifications/settings': 'how this person wants to be told',
  '/reports/{id}/verify': 'an issued report never changes',
  '/reports/{id}/document': 'an issued report never changes',
  '/reports/{id}/verify-file': 'an issued report never changes',
  '/compare': 'takes two moments of its own',
  '/events': 'what happens from here on',
  '/foi-question-sets': 'comes with this version of Workplan',
}

it('every view of a programme can be had as at a moment, or is known to be of now', async () => {
  const service = await openTestService()
  const { paths } = apiDocument(createApi(service.context))
  await service.close()
  const root = '/api/programmes/{programme}'
  const reads = Object.entries(paths).filter(([path, { get }]) => path.startsWith(root) && get)
  const withoutMoment = reads.filter(([, { get }]) => {
    const parameters = (get?.['parameters'] ?? []) as { name: string }[]
    return !parameters.some(({ name }) => name === 'asAt')
  })
  expect(reads.length).toBeGreaterThan(30)
  expect(withoutMoment.map(([path]) => path.slice(root.length)).toSorted()).toEqual(
    Object.keys(OF_NOW).toSorted(),
  )
})
