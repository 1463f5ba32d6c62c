import { GroupView } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { groupViewer } from './group-view.ts'
import type { Member } from '../members.ts'
import { exampleProgramme } from './loaded-programme.fixture.ts'

const programme = exampleProgramme('bnssg')
const groups = ['bnssg.group.eolc-programme-board']
const secretary: Member = {
  person: { id: 'person.secretary', name: 'Secretary', title: '' },
  programme: 'bnssg',
  memberships: [{ role: 'group-secretary', app: null, workstreams: null, groups }],
}
const views = programme.state.records.group.map(groupViewer(programme, secretary))

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
    expect(views.filter(({ mayDraft }) => mayDraft).map(({ id }) => id)).toEqual(groups)
  })

  it('keeps every group, those that report to nobody too', () => {
    expect(views).toHaveLength(programme.state.records.group.length)
    for (const view of views) expect(GroupView.safeParse(view).error).toBeUndefined()
  })
})
