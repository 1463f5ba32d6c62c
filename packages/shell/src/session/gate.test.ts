import { describe, expect, it } from 'vitest'
import { session } from '../../testing/index.ts'
import { gateFor } from './gate.ts'

const signedOut = { person: null, demonstration: true, programmes: [] }
const lead = session({ apps: ['governance', 'adult'], may: ['programme.view', 'task.update'] })

describe('the gate before a page', () => {
  it.each([
    ['sign-in', signedOut, { app: 'adult', programme: 'bnssg' }],
    ['sign-in', signedOut, { app: 'adult', programme: '' }],
    ['open', lead, { app: 'adult', programme: '' }],
    ['open', lead, { app: 'adult', programme: 'bnssg' }],
    ['open', lead, { app: 'adult', programme: 'bnssg', action: 'task.update' }],
    ['not-found', lead, { app: 'adult', programme: 'elsewhere' }],
    ['not-allowed', lead, { app: 'children', programme: 'bnssg' }],
    ['not-allowed', lead, { app: 'governance', programme: 'bnssg', action: 'journal.view' }],
    ['open', lead, { app: 'adult', programme: 'bnssg', moment: '2024-03-03' }],
    ['only-now', lead, { app: 'adult', programme: 'bnssg', moment: '2024-03-03', action: 'task.update' }],
    ['only-now', lead, { app: 'adult', programme: 'bnssg', moment: '2024-03-03', onlyNow: true }],
  ] as const)('is %s', (gate, session, visit) => {
    expect(gateFor(session, visit)).toBe(gate)
  })
})
