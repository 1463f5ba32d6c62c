import type { FlagSummary } from '@workplan/domain'
import { fakeService, programmeView, session, type Answer, type FakeService } from '@workplan/shell/testing'

/** The address of a route below the example programme, as in `at('flags')`. */
export function at(path: string, method = 'GET'): string {
  return `${method} /api/programmes/bnssg/${path}`
}

/** A list as the service answers it. */
export function listOf<Item>(...items: Item[]): { items: Item[]; next: null } {
  return { items, next: null }
}

/** A list of flags as the service answers it. */
export function flagListOf(...flags: FlagSummary[]) {
  return { ...listOf(...flags), causes: [], total: flags.length, version: 7 }
}

/** The example programme without any records, for somebody who only reads; `answers` fill it. */
export function governanceService(answers: Record<string, Answer> = {}): FakeService {
  return fakeService({
    'GET /api/session': session(),
    'GET /api/programmes/bnssg': programmeView(),
    [at('duties')]: listOf(),
    [at('flags')]: flagListOf(),
    [at('flag-review')]: { reviewed: null, news: [], seq: 7 },
    [at('tasks')]: listOf(),
    [at('reports')]: listOf(),
    [at('groups')]: listOf(),
    [at('requirements')]: listOf(),
    [at('assessments')]: { items: [], frameworks: [], mayStart: false },
    [at('journal')]: listOf(),
    ...answers,
  })
}
