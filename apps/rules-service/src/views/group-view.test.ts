import { GroupView } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { groupViews } from './group-view.ts'
import { exampleProgramme } from './loaded-programme.fixture.ts'

const { state } = exampleProgramme('bnssg')
const views = groupViews(state, (group) => group === 'bnssg.group.eolc-programme-board')

describe('groupViews', () => {
  it('names whom a group reports to and how sure that is', () => {
    const board = views.find(({ id }) => id === 'bnssg.group.eolc-programme-board')
    expect(board?.reportsTo).toEqual([
      {
        id: 'bnssg.group.integrated-care-steering-group',
        name: 'Integrated Care Steering Group',
        state: 'former',
      },
      {
        id: 'bnssg.group.higs',
        name: 'Health and Care Improvement Groups',
        state: 'future-unconfirmed',
      },
    ])
  })

  it('says for which groups the reader may draft', () => {
    expect(views.filter(({ mayDraft }) => mayDraft).map(({ id }) => id)).toEqual([
      'bnssg.group.eolc-programme-board',
    ])
  })

  it('keeps every group, those that report to nobody too', () => {
    expect(views).toHaveLength(state.records.group.length)
    for (const view of views) expect(GroupView.safeParse(view).error).toBeUndefined()
  })
})
