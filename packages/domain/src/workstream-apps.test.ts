import { expect, it } from 'vitest'
import { appsOfTask } from './workstream-apps.ts'

it('shows a hand-over task in both apps, as one task', () => {
  expect(appsOfTask({ audience: ['children', 'adult'] }, { app: 'children' })).toEqual(['children', 'adult'])
})

it('adds no app for everyone', () => {
  expect(appsOfTask({ audience: ['all'] }, { app: 'workforce' })).toEqual(['workforce'])
  expect(appsOfTask({ audience: ['all'] }, undefined)).toEqual([])
})
