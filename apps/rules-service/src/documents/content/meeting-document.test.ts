import { expect, it } from 'vitest'
import { examplePapers } from '../example-meeting.fixture.ts'
import type { Block } from './document.ts'
import { meetingDocument } from './meeting-document.ts'

function headings(blocks: readonly Block[], level: number): string[] {
  return blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []))
}

it('holds the agenda, what is put to the group, the last meeting and the report, in the order of the page', () => {
  const { blocks, subtitle } = meetingDocument(examplePapers())
  expect(subtitle).toEqual([
    'NHS Test',
    'End of life care',
    'Programme board, 13 March 2023',
    'Planned. As recorded on 13 March 2023 at 09:30',
  ])
  const [agenda, put, last, decisions, actions, report, ...others] = headings(blocks, 2)
  expect([agenda, put, last, decisions, actions]).toEqual([
    'Agenda',
    'Escalated to this group',
    'From the last meeting',
    'Decisions',
    'Actions',
  ])
  expect(report).toBe('Highlight report')
  expect(others).toEqual([])
  expect(headings(blocks, 3)).toContain('Risks and issues')
  expect(headings(blocks, 4)).toContain('Flags')
  expect(blocks).toContainEqual({
    kind: 'list',
    items: [
      'Fund the night nurses <for a year>. The pilot showed that they are needed. Answers: Who funds the nights?',
    ],
  })
  expect(JSON.stringify(blocks)).toContain('In progress, 3 days late')
})

it('begins with what came of a meeting that was held, by item, and says what was taken back', () => {
  const { last } = examplePapers().pack
  const [decision] = last?.decisions ?? []
  const decisions = decision
    ? [decision, { ...decision, item: null, reason: null, answers: null, state: 'withdrawn' as const }]
    : []
  const { blocks } = meetingDocument(examplePapers({ state: 'held', decisions }))
  expect(headings(blocks, 2).slice(0, 3)).toEqual(['Decisions', 'Actions', 'Agenda'])
  expect(blocks[1]).toEqual({
    kind: 'list',
    items: [
      'Fund the night nurses <for a year> (Night nurses). The pilot showed that they are needed. Answers: Who funds the nights?',
      'Fund the night nurses <for a year>. Taken back',
    ],
  })
})

it('says what there is not', () => {
  const papers = { ...examplePapers({ agenda: [], last: null, escalated: [] }), report: null }
  const said = meetingDocument(papers).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  )
  expect(said).toEqual([
    'Nothing is on the agenda yet.',
    'No decision is recorded.',
    'No action is recorded.',
    'No report was issued to this group yet.',
  ])
})
