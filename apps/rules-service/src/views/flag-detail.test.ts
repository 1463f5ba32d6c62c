import { FlagDetail } from '@workplan/domain'
import { loadLibrary, type Rule } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import type { StoredFlag } from '../store/programme.ts'
import type { JournalRow } from '../store/store.ts'
import { flagDetail } from './flag-detail.ts'
import { exampleProgramme, flagOf, flagsById, judged } from './loaded-programme.fixture.ts'
import { indexRecords } from './record-index.ts'

const library = loadLibrary()
const bnssg = exampleProgramme('bnssg')
const people = new Map([['person.sro', { id: 'person.sro', name: 'Senior responsible owner', title: 'SRO' }]])

const rule: Rule = {
  id: 'measure-unanswered',
  version: 1,
  title: 'Measure without an answer',
  subject: 'measure',
  severity: 'high',
  source: { framework: 'framework.ambitions-2021-2026', locator: 'Measure 1.1.3' },
  why: 'A blank cannot be told from a gap.',
  requires: [],
  when: { fact: 'state', operator: 'equal', value: 'unanswered' },
  message: 'Nobody has answered it',
  remedy: 'Answer the measure.',
  cases: [],
}

const flag = flagOf('measure-unanswered', 'ambitions.1.1.3', {
  severity: 'high',
  subject: { kind: 'measure', id: 'ambitions.1.1.3', title: '1.1.3' },
  records: [
    { kind: 'answer', id: 'bnssg.sa.1.1.3', title: 'Answer' },
    { kind: 'requirement', id: 'ambitions.1.1.3', title: 'Measure' },
  ],
})

function detailOf(
  stored: StoredFlag = flag,
  { rules = [rule], journal = [] as JournalRow[], others = [] as StoredFlag[] } = {},
): FlagDetail {
  const programme = { ...bnssg, people, flags: flagsById(stored, ...others) }
  return flagDetail(stored, {
    version: 3,
    programme,
    library,
    rules,
    journal,
    index: indexRecords(programme, library),
  })
}

describe('flagDetail', () => {
  it('says why the rule exists, where it comes from and what would clear the flag', () => {
    const detail = detailOf()
    expect(FlagDetail.safeParse(detail).error).toBeUndefined()
    expect(detail).toMatchObject({ why: rule.why, remedy: rule.remedy })
    expect(detail.source.locator).toBe('Measure 1.1.3')
    expect(detail.source.framework).toMatch(/Ambitions/)
    expect(detail.source.text).toBe(library.requirements.get('ambitions.1.1.3')?.title)
  })

  it('prefers the rule’s own paragraph to that of the requirement', () => {
    const own = { ...rule, source: { ...rule.source, text: 'Children are people of all ages.' } }
    expect(detailOf(flag, { rules: [own] }).source.text).toBe('Children are people of all ages.')
  })

  it('lays out the records it looked at, with the fields that rules read', () => {
    const [answer, requirement] = detailOf().records
    expect(answer?.title).toMatch(/^Answer to 1\.1\.3/)
    expect(answer?.source).toMatchObject({ section: 'Measure 1.1.3' })
    expect(answer?.fields).toEqual(
      expect.arrayContaining([
        { label: 'Answer', value: 'Unanswered' },
        { label: 'Level', value: null },
        { label: 'What the evidence box holds', value: 'Nothing' },
      ]),
    )
    expect(requirement?.fields[0]?.label).toBe('What it asks for')
  })

  it('counts similar flags that are not cleared', () => {
    const others = [
      flagOf('measure-unanswered', 'x'),
      flagOf('measure-unanswered', 'y', { status: 'disputed' }),
      flagOf('measure-unanswered', 'z', { status: 'cleared' }),
      flagOf('another', 'x'),
    ]
    expect(detailOf(flag, { others }).similar).toBe(2)
  })

  it('tells the history, newest first, with who and why', () => {
    const cause = { kind: 'task', id: 'bnssg.task.training', title: 'Training' }
    const journal = [
      { ...journalRow, seq: 1, action: 'flag.raised', cause },
      {
        ...journalRow,
        seq: 2,
        action: 'flag.accepted',
        actor: 'person.sro',
        why: 'Until the new round, 30 June 2023',
      },
      { ...journalRow, seq: 3, action: 'unheard.of' },
    ]
    expect(detailOf(flag, { journal }).history).toEqual([
      {
        at: '2023-03-14T10:00:00.000Z',
        on: '2023-03-13',
        event: 'accepted',
        by: 'Senior responsible owner',
        why: 'Until the new round, 30 June 2023',
        cause: null,
      },
      { at: '2023-03-14T10:00:00.000Z', on: '2023-03-13', event: 'raised', by: null, why: null, cause },
    ])
  })

  it.each(['bnssg', 'northamptonshire'] as const)(
    'lays out every flag of %s with records that exist',
    (id) => {
      const { programme, rules } = judged(exampleProgramme(id))
      const index = indexRecords(programme, library)
      expect(programme.flags.size).toBeGreaterThan(50)
      for (const stored of programme.flags.values()) {
        const detail = flagDetail(stored, { version: 3, programme, library, rules, index, journal: [] })
        expect(FlagDetail.safeParse(detail).error, stored.id).toBeUndefined()
        expect(detail.records.length, `${stored.id} names no record`).toBeGreaterThan(0)
        const unknown = detail.records.filter((record) => !index.refOf(record.id))
        expect(unknown, `${stored.id} names records that are not there`).toEqual([])
      }
    },
  )

  it('stays readable when its rule is gone', () => {
    expect(detailOf(flag, { rules: [] }).why).toBe('The rule that raised this flag is no longer in force.')
  })
})

const journalRow: JournalRow = {
  programme: 'bnssg',
  seq: 1,
  change: 1,
  at: new Date('2023-03-14T10:00:00Z'),
  asAt: '2023-03-13',
  actor: 'system',
  action: 'flag.raised',
  kind: 'flag',
  recordId: flag.id,
  title: flag.title,
  before: null,
  after: null,
  why: null,
  cause: null,
  stored: null,
  prevHash: '',
  hash: '',
}
