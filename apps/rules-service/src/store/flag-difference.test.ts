import { describe, expect, it } from 'vitest'
import { differenceOfFlags } from './flag-difference.ts'
import type { JudgedFlag, StoredFlag } from './programme.ts'

const moment = { at: new Date('2026-01-02T10:00:00.000Z'), asAt: '2023-03-13' }

function judged(id: string, parts: Partial<JudgedFlag> = {}): JudgedFlag {
  return {
    id,
    rule: 'late-task',
    ruleVersion: 1,
    title: 'Late',
    severity: 'medium',
    subject: { kind: 'task', id, title: id },
    message: '3 days late',
    audience: ['adult'],
    workstreams: [],
    requirements: [],
    explanation: { kind: 'all', outcome: 'holds', children: [] },
    records: [],
    ...parts,
  }
}

function stored(id: string, parts: Partial<StoredFlag> = {}): StoredFlag {
  return {
    ...judged(id),
    judgedByVersion: 1,
    acceptedUntil: null,
    status: 'open',
    raisedAt: '2026-01-01T10:00:00.000Z',
    raisedOn: '2023-03-12',
    clearedAt: null,
    clearedOn: null,
    ...parts,
  }
}

function difference(known: StoredFlag[], holding: JudgedFlag[]) {
  const found = differenceOfFlags(new Map(known.map((flag) => [flag.id, flag])), holding, moment)
  return {
    ...found,
    events: found.changes.map(({ event, after }) => `${event} ${after.id}`),
    writtenIds: found.written.map(({ id }) => id),
  }
}

describe('the difference between flags on record and flags that hold', () => {
  it('is nothing when they are the same', () => {
    const { events, writtenIds, flags } = difference([stored('a')], [judged('a')])
    expect([events, writtenIds]).toEqual([[], []])
    expect(flags.get('a')).toEqual(stored('a'))
  })

  it('raises a new flag', () => {
    const { events, flags } = difference([], [judged('a')])
    expect(events).toEqual(['raised a'])
    expect(flags.get('a')).toMatchObject({
      status: 'open',
      raisedAt: '2026-01-02T10:00:00.000Z',
      raisedOn: '2023-03-13',
    })
  })

  it('clears a flag that holds no longer, whatever was decided about it', () => {
    for (const status of ['open', 'accepted', 'disputed'] as const) {
      const { events, flags } = difference([stored('a', { status })], [])
      expect(events).toEqual(['cleared a'])
      expect(flags.get('a')).toMatchObject({ status: 'cleared', clearedOn: '2023-03-13' })
    }
  })

  it('keeps what was decided as long as the flag holds', () => {
    const { flags } = difference(
      [stored('a', { status: 'accepted' })],
      [judged('a', { message: '4 days late' })],
    )
    expect(flags.get('a')).toMatchObject({
      status: 'accepted',
      raisedOn: '2023-03-12',
      message: '4 days late',
    })
  })

  it('opens a cleared flag again, under its id and with a new date', () => {
    const cleared = stored('a', {
      status: 'cleared',
      clearedAt: '2026-01-01T12:00:00.000Z',
      clearedOn: '2023-03-12',
    })
    const { events, flags } = difference([cleared], [judged('a')])
    expect(events).toEqual(['reopened a'])
    expect(flags.get('a')).toMatchObject({ status: 'open', raisedOn: '2023-03-13', clearedAt: null })
  })

  it('keeps an acceptance up to and on its last day, and opens the flag again the day after', () => {
    const accepted = (acceptedUntil: string) => stored('a', { status: 'accepted', acceptedUntil })
    const lastDay = difference([accepted('2023-03-13')], [judged('a')])
    expect([lastDay.events, lastDay.writtenIds]).toEqual([[], []])
    const { events, flags, changes } = difference([accepted('2023-03-12')], [judged('a')])
    expect(events).toEqual(['reopened a'])
    expect(flags.get('a')).toMatchObject({ status: 'open', acceptedUntil: null, raisedOn: '2023-03-12' })
    expect(changes[0]?.why).toBe('The acceptance until 12 March 2023 has run out')
  })

  it('keeps the version of the rule that raised it, and names the one that holds now', () => {
    const newer = judged('a', { ruleVersion: 2 })
    const { events, flags, changes } = difference([stored('a')], [newer])
    expect(events).toEqual(['changed a'])
    expect(flags.get('a')).toMatchObject({ ruleVersion: 1, judgedByVersion: 2 })
    expect(changes[0]?.why).toBe('Holds by version 2 of the rule, too; raised by version 1')
    expect(difference([flags.get('a') as StoredFlag], [newer]).events).toEqual([])
  })

  it('names the version that opened it again', () => {
    const { flags } = difference([stored('a', { status: 'cleared' })], [judged('a', { ruleVersion: 2 })])
    expect(flags.get('a')).toMatchObject({ ruleVersion: 2, judgedByVersion: 2 })
  })

  it('leaves a cleared flag alone while it does not hold', () => {
    const cleared = stored('a', { status: 'cleared' })
    expect(difference([cleared], []).writtenIds).toEqual([])
  })

  it('says so when what is shown of it changed, and only writes when it did not', () => {
    expect(difference([stored('a')], [judged('a', { severity: 'high' })]).events).toEqual(['changed a'])
    const quiet = difference([stored('a')], [judged('a', { workstreams: ['ws'] })])
    expect([quiet.events, quiet.writtenIds]).toEqual([[], ['a']])
  })
})
