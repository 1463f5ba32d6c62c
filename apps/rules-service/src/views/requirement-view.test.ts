import { RequirementView } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { exampleProgramme } from './loaded-programme.fixture.ts'
import { requirementViews, type RequirementFilter } from './requirement-view.ts'

const library = loadLibrary()
const { state } = exampleProgramme('bnssg')

function idsOf(filter: RequirementFilter): string[] {
  return requirementViews(state, library, filter).map(({ id }) => id)
}

describe('requirementViews', () => {
  it('gives every requirement of the programme’s frameworks and of no other', () => {
    const views = requirementViews(state, library)
    expect(new Set(views.map(({ framework }) => framework))).toEqual(new Set(state.programme.frameworks))
    for (const view of views) expect(RequirementView.safeParse(view).error, view.id).toBeUndefined()
  })

  it('shows the answer of a measure; unanswered is an answer without a level, a duty has none', () => {
    const [view] = requirementViews(state, library, { q: 'ambitions.1.1.3' })
    expect(view?.answer).toMatchObject({ id: 'bnssg.sa.1.1.3', state: 'unanswered', level: null })
    const duty = requirementViews(state, library, { q: 's3(1)(h)' })
    expect(duty[0]?.answer).toBeNull()
  })

  it('names the tasks that serve it and the requirements that papers link to it', () => {
    const [view] = requirementViews(state, library, { q: 'duty.action.generalist-ooh-medicines' })
    expect(view?.tasks).toEqual(['bnssg.task.gaps'])
    expect(view?.linked.map(({ number }) => number)).toEqual(expect.arrayContaining(['3.5.1', '3.5.2']))
  })

  it('narrows by kind, framework, audience and words', () => {
    expect(idsOf({ kind: 'foundation' })).toHaveLength(8)
    expect(idsOf({ framework: 'framework.statutory-guidance-2022', kind: 'measure' })).toEqual([])
    expect(idsOf({ q: '1.1.3' })).toContain('ambitions.1.1.3')
    const forWorkforce = idsOf({ audience: 'workforce', kind: 'duty' })
    expect(forWorkforce).toEqual(['duty.consider.workforce'])
    expect(idsOf({ audience: 'children', kind: 'duty' })).toContain('duty.consider.all-ages')
  })
})
