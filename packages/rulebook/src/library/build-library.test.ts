import { DataError } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { buildLibrary, parseFramework } from './build-library.ts'
import { readFrameworkFiles } from './load-library.ts'

const AMBITIONS = 'frameworks/ambitions-2021-2026.yaml'
const NORTHAMPTONSHIRE = 'frameworks/northamptonshire-ambitions.yaml'
const CROSSWALKS = 'frameworks/crosswalks.yaml'

/** The message of a library in which, within one file, `from` is changed to `to` after the text `after`. */
function messageWith(file: string, after: string, from: string, to: string): string {
  const files = readFrameworkFiles()
  const text = files[file] ?? ''
  const start = text.indexOf(from, text.indexOf(after))
  if (start < 0) throw new Error(`${file} does not hold ${from}`)
  files[file] = text.slice(0, start) + to + text.slice(start + from.length)
  try {
    buildLibrary(files)
  } catch (error) {
    if (error instanceof DataError) return error.message
  }
  throw new Error('a DataError was expected')
}

describe('parseFramework', () => {
  it('gives one framework by itself, in its own order', () => {
    const framework = parseFramework(readFrameworkFiles()[AMBITIONS] ?? '', AMBITIONS)
    expect(framework.id).toBe('framework.ambitions-2021-2026')
    expect(framework.requirements.slice(0, 3).map(({ id }) => id)).toEqual([
      'ambitions.a1',
      'ambitions.1.1',
      'ambitions.1.1.1',
    ])
  })
})

describe('buildLibrary refuses', () => {
  it('a word that is not in an enumeration', () => {
    expect(messageWith(AMBITIONS, 'id: ambitions.1.1.3', '[children]', '[teenagers]')).toBe(
      `${AMBITIONS}: ambitions.1.1.3: audience.0: ` +
        'Invalid option: expected one of "adult"|"children"|"all"|"workforce"',
    )
  })

  it('a field that does not exist', () => {
    expect(messageWith(AMBITIONS, 'id: ambitions.2.1.1', 'scored: true', 'skored: true')).toBe(
      `${AMBITIONS}: ambitions.2.1.1: skored: there is no such field`,
    )
  })

  it('a parent that is in no framework', () => {
    expect(
      messageWith(AMBITIONS, 'id: ambitions.1.1.3', 'parent: ambitions.1.1', 'parent: ambitions.1.9'),
    ).toBe(`${AMBITIONS}: ambitions.1.1.3: parent: there is no requirement ambitions.1.9 in this framework`)
  })

  it('a national counterpart that is in no framework', () => {
    const message = messageWith(
      NORTHAMPTONSHIRE,
      'id: nn.a4',
      'Counterpart: ambitions.a4',
      'Counterpart: ambitions.a7',
    )
    expect(message).toBe(
      `${NORTHAMPTONSHIRE}: nn.a4: nationalCounterpart: there is no requirement ambitions.a7`,
    )
  })

  it('a link to a requirement that is in no framework', () => {
    const message = messageWith(
      CROSSWALKS,
      'id: xwalk.task.training',
      'duty.consider.workforce',
      'duty.consider.staff',
    )
    expect(message).toBe(
      `${CROSSWALKS}: xwalk.task.training: requirements.0: there is no requirement duty.consider.staff`,
    )
  })

  it('an id used twice, in one framework or in two', () => {
    expect(messageWith(AMBITIONS, '', 'id: ambitions.1.1.3', 'id: ambitions.1.1.2')).toBe(
      `${AMBITIONS}: ambitions.1.1.2: id: this id is used twice`,
    )
    expect(messageWith(NORTHAMPTONSHIRE, '', 'id: nn.a1', 'id: ambitions.a1')).toBe(
      `${NORTHAMPTONSHIRE}: ambitions.a1: id: this id is used twice`,
    )
    expect(messageWith(CROSSWALKS, '', 'id: xwalk.task.data', 'id: xwalk.task.gaps')).toBe(
      `${CROSSWALKS}: xwalk.task.gaps: id: this id is used twice`,
    )
  })

  it('a text that is not YAML, naming the line', () => {
    expect(messageWith(AMBITIONS, '', 'kind: national-framework', 'kind: [national-framework')).toMatch(
      /^frameworks\/ambitions-2021-2026\.yaml: .* at line 8, column 1$/,
    )
  })
})
