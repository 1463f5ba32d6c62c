import { flagSummary } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { dutyInHand, dutyRow } from '../testing/example-views.ts'
import { dutiesAtRisk, dutiesStanding } from './duties-at-risk.ts'

const low = flagSummary({ id: 'tidy~a', severity: 'low' })
const high = flagSummary({ message: 'No live task serves Equipment' })

describe('dutiesAtRisk', () => {
  it('puts the worst severity first, then the most flags', () => {
    const medium = flagSummary({ id: 'm~a', severity: 'medium' })
    const rows = [
      dutyRow({ requirement: { id: 'a', title: 'No work, no flag' } }),
      dutyRow({ requirement: { id: 'b', title: 'Medium' }, flags: [medium], worstSeverity: 'medium' }),
      dutyRow({ requirement: { id: 'c', title: 'One high' }, flags: [high], worstSeverity: 'high' }),
      dutyRow({ requirement: { id: 'd', title: 'High and low' }, flags: [high, low], worstSeverity: 'high' }),
    ]
    expect(dutiesAtRisk(rows).map(({ row }) => row.requirement.title)).toEqual([
      'High and low',
      'One high',
      'Medium',
      'No work, no flag',
    ])
  })

  it('quotes a flag on the duty itself before one on a part of it, and says what a part is', () => {
    const onPart = flagSummary({
      id: 'x~part',
      subject: { kind: 'duty', id: 'duty.part', title: 'A part' },
      message: 'No live task',
    })
    const both = dutyRow({ flags: [onPart, high], worstSeverity: 'high' })
    expect(dutiesAtRisk([both])[0]).toMatchObject({ reason: 'No live task serves Equipment', otherFlags: 1 })
    const partOnly = dutyRow({ flags: [onPart], worstSeverity: 'high' })
    expect(dutiesAtRisk([partOnly])[0]).toMatchObject({ reason: 'A part: No live task', otherFlags: 0 })
  })

  it('counts a duty without live work as at risk, and one with a low flag alone as not', () => {
    const tidyOnly = { ...dutyInHand('Information'), flags: [low], worstSeverity: 'low' as const }
    const [risk, ...others] = dutiesAtRisk([dutyRow(), tidyOnly])
    expect(risk).toMatchObject({ reason: 'No live work behind it', severity: null, flag: null })
    expect(others).toEqual([])
  })

  it('leaves out what is not a duty', () => {
    expect(dutiesAtRisk([dutyRow({ requirement: { kind: 'foundation' } })])).toEqual([])
  })
})

describe('dutiesStanding', () => {
  it('counts duties at risk, with high flags and without live work, of all duties', () => {
    const rows = [dutyRow({ flags: [high], worstSeverity: 'high' }), dutyInHand('Information'), dutyRow()]
    expect(dutiesStanding(rows)).toEqual({ duties: 3, atRisk: 2, withHighFlags: 1, withoutLiveWork: 2 })
  })
})
