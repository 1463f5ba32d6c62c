import { describe, expect, it } from 'vitest'
import { appsOfArrangement, appsOfService, appsOfTask } from './workstream-apps.ts'

const children = { app: 'children' } as const

describe('the apps of a task', () => {
  it('are both for a hand-over task, as one task', () => {
    expect(appsOfTask({ audience: ['children', 'adult'] }, children, [])).toEqual(['children', 'adult'])
  })

  it('are both when it serves a requirement on transition, whatever audience it names', () => {
    const apps = (themes: string[]) => appsOfTask({ audience: ['children'] }, children, [{ themes }])
    expect(apps(['transition'])).toEqual(['children', 'adult'])
    expect(apps(['equipment'])).toEqual(['children'])
  })

  it('are none more for everyone', () => {
    expect(appsOfTask({ audience: ['all'] }, { app: 'workforce' }, [])).toEqual(['workforce'])
    expect(appsOfTask({ audience: ['all'] }, undefined, [])).toEqual([])
  })
})

it('lets both sides keep a hand-over, and the workforce its training and posts', () => {
  expect(appsOfArrangement('hand-over')).toEqual(['children', 'adult'])
  expect(appsOfArrangement('workforce-post')).toEqual(['workforce'])
})

it('lets those keep a service whom it serves, and both sides one that does not say', () => {
  expect(appsOfService({ audience: ['adult'] })).toEqual(['adult'])
  expect(appsOfService({ audience: ['all'] })).toEqual(['children', 'adult'])
  expect(appsOfService({ audience: [] })).toEqual(['children', 'adult'])
})
