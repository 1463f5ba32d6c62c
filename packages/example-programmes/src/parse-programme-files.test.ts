import { DataError } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { parseProgrammeFiles } from './parse-programme-files.ts'

const REQUIREMENTS = new Set(['duty.one', 'ambitions.1.1.1'])

const FILES = {
  'demo/programme.yaml': `
id: demo
name: A demonstration
shortName: Demo
organisation: An ICB
description: Two tasks and an assessment.
pinnedTo: null
pinnedBecause: null
frameworks: [framework.ambitions]
source: { document: A paper }
`,
  'demo/tasks.yaml': `
defaults:
  form: task
  workstream: null
  audience: [all]
  serves: [duty.one]
  owner: null
  ownerAsStated: null
  status: unknown
  statusReason: null
  statusAsStated: null
  percent: null
  start: null
  due: null
  baselineDue: null
  quarter: null
  progress: null
  nextStep: null
  evidence: []
  dependsOn: []
  fundingNeeded: null
  duplicateGroup: null
  themes: []
  updatedOn: null
  completedOn: null
  source: { document: A paper }
records:
  - id: demo.task.one
    title: The first
  - id: demo.task.two
    title: The second
    status: in-progress
    dependsOn: [{ task: demo.task.one, what: The first }]
    basis: { status: { kind: inferred } }
`,
  'demo/assessments.yaml': `
defaults:
  framework: framework.ambitions
  title: A round
  organisation: null
  completedBy: null
  formVersion: null
  completedOn: null
  signedOffBy: null
  history: []
  source: { document: A workbook }
records:
  - id: demo.assessment.2023
    current: true
  - id: demo.assessment.2020
    current: false
`,
  'demo/answers.yaml': `
records:
  - id: demo.answer.one
    assessment: demo.assessment.2023
    measure: ambitions.1.1.1
    state: answered
    level: 3
    evidence: null
    evidenceState: none
    evidenceDate: null
    gap: null
    gapIsNil: false
    nextStep: null
    workstream: null
    answeredFor: null
    seeAlso: []
    source: { document: A workbook }
`,
}

/** The message when, in one file, the text `from` is changed to `to`. */
function messageWith(file: keyof typeof FILES, from: string, to: string): string {
  if (!FILES[file].includes(from)) throw new Error(`${file} does not hold ${from}`)
  return messageOf({ ...FILES, [file]: FILES[file].replace(from, to) })
}

function messageOf(files: Record<string, string>): string {
  try {
    parseProgrammeFiles(files, REQUIREMENTS)
  } catch (error) {
    if (error instanceof DataError) return error.message
  }
  throw new Error('a DataError was expected')
}

describe('parseProgrammeFiles', () => {
  it('gives the programme and its records, with the defaults of each file', () => {
    const { programme, records } = parseProgrammeFiles(FILES, REQUIREMENTS)
    expect(programme.id).toBe('demo')
    expect(records.task.map(({ id, status, serves }) => [id, status, serves])).toEqual([
      ['demo.task.one', 'unknown', ['duty.one']],
      ['demo.task.two', 'in-progress', ['duty.one']],
    ])
    expect(records.milestone).toEqual([])
  })
})

describe('parseProgrammeFiles refuses', () => {
  it('a field that does not exist', () => {
    expect(messageWith('demo/tasks.yaml', 'title: The first', 'title: The first\n    urgent: true')).toBe(
      'demo/tasks.yaml: demo.task.one: urgent: there is no such field',
    )
  })

  it('a word that is not in an enumeration', () => {
    expect(messageWith('demo/tasks.yaml', 'status: in-progress', 'status: ongoing')).toBe(
      'demo/tasks.yaml: demo.task.two: status: ' +
        'Invalid option: expected one of "not-started"|"in-progress"|"blocked"|"done"|"unknown"',
    )
  })

  it('an answered measure without a level', () => {
    expect(messageWith('demo/answers.yaml', 'level: 3', 'level: null')).toBe(
      'demo/answers.yaml: demo.answer.one: level: ' +
        'an answered measure has a level from 0 to 5, any other state has none',
    )
  })

  it('an id used twice, in one file or in two', () => {
    expect(messageWith('demo/tasks.yaml', 'id: demo.task.two', 'id: demo.task.one')).toBe(
      'demo/tasks.yaml: demo.task.one: id: this id is used twice',
    )
    expect(messageWith('demo/answers.yaml', 'id: demo.answer.one', 'id: demo.task.one')).toBe(
      'demo/answers.yaml: demo.task.one: id: this id is used twice',
    )
  })

  it('a reference to a record that is not there', () => {
    expect(messageWith('demo/tasks.yaml', 'task: demo.task.one', 'task: demo.task.three')).toBe(
      'demo/tasks.yaml: demo.task.two: dependsOn.0.task: there is no task demo.task.three',
    )
    expect(messageWith('demo/tasks.yaml', 'workstream: null', 'workstream: demo.ws.adult')).toBe(
      'demo/tasks.yaml: demo.task.one: workstream: there is no workstream demo.ws.adult\n' +
        'demo/tasks.yaml: demo.task.two: workstream: there is no workstream demo.ws.adult',
    )
  })

  it('a reference to a requirement or framework that is not there', () => {
    expect(messageWith('demo/answers.yaml', 'measure: ambitions.1.1.1', 'measure: ambitions.1.1.9')).toBe(
      'demo/answers.yaml: demo.answer.one: measure: there is no requirement ambitions.1.1.9',
    )
    expect(messageWith('demo/programme.yaml', '[framework.ambitions]', '[framework.other]')).toContain(
      'demo/assessments.yaml: demo.assessment.2023: framework: there is no framework framework.ambitions',
    )
  })

  it('a person, because an example names none', () => {
    expect(messageWith('demo/tasks.yaml', 'owner: null', 'owner: demo.person.one')).toContain(
      'demo/tasks.yaml: demo.task.one: owner: there is no person demo.person.one',
    )
  })

  it('a task that waits for itself', () => {
    expect(messageWith('demo/tasks.yaml', 'task: demo.task.one', 'task: demo.task.two')).toBe(
      'demo/tasks.yaml: demo.task.two: dependsOn.0.task: a task cannot wait for itself',
    )
  })

  it('two current assessments of a framework', () => {
    expect(messageWith('demo/assessments.yaml', 'current: false', 'current: true')).toBe(
      'demo/assessments.yaml: demo.assessment.2020: current: ' +
        'framework.ambitions has another current assessment',
    )
  })

  it('two answers to a measure in one assessment', () => {
    const [first = ''] = FILES['demo/answers.yaml'].split('records:\n').slice(1)
    const second = first.replace('demo.answer.one', 'demo.answer.two')
    expect(messageOf({ ...FILES, 'demo/answers.yaml': `records:\n${first}${second}` })).toBe(
      'demo/answers.yaml: demo.answer.two: measure: ambitions.1.1.1 has another answer in this assessment',
    )
  })

  it('a basis for a field that the record does not have', () => {
    expect(messageWith('demo/tasks.yaml', 'basis: { status:', 'basis: { state:')).toBe(
      'demo/tasks.yaml: demo.task.two: basis.state: there is no such field',
    )
  })

  it('a file of an unknown name, and a programme without its own file', () => {
    expect(messageOf({ ...FILES, 'demo/taks.yaml': 'records: []' })).toBe(
      'demo/taks.yaml: no kind of record is kept in a file of this name',
    )
    expect(messageOf({ 'demo/tasks.yaml': FILES['demo/tasks.yaml'] })).toBe(
      'programme.yaml: this file is missing',
    )
  })

  it('a text that is not YAML, naming the line', () => {
    expect(messageWith('demo/programme.yaml', '[framework.ambitions]', '[framework.ambitions')).toMatch(
      /^demo\/programme\.yaml: .* at line \d+, column \d+$/,
    )
  })
})
