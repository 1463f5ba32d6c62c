import { describe, expect, it } from 'vitest'
import { chosenIn, peopleFor, textToSend, typedMention, withMention } from './mention-text.ts'

const person = (id: string, name: string) => ({ id, name, title: '' })
const people = [
  person('person.lead-adult', 'Lead for adult services'),
  person('person.lead', 'Lead'),
  person('person.sro', 'Senior responsible owner'),
]
const none = new Map<string, string>()

describe('a mention that is being typed', () => {
  it.each([
    ['@', { from: 0, letters: '' }],
    ['Hello @le', { from: 6, letters: 'le' }],
    ['Hello (@lead for', { from: 7, letters: 'lead for' }],
    ['me@nhs', null],
    ['@le\nnext line', null],
    ['', null],
  ])('in %j is %o', (text, found) => {
    expect(typedMention(text, text.length)).toEqual(found)
  })

  it('offers people by any word of their name, those whose name begins so first', () => {
    const names = (letters: string) => peopleFor(letters, people).map(({ name }) => name)
    expect(names('le')).toEqual(['Lead', 'Lead for adult services'])
    expect(names('OWN')).toEqual(['Senior responsible owner'])
    expect(names('x')).toEqual([])
    expect(names('')).toHaveLength(3)
  })

  it('gives way to the name that was chosen', () => {
    const typed = typedMention('Ask @sen please', 8)
    expect(typed && withMention('Ask @sen please', typed, 'Senior responsible owner')).toEqual({
      text: 'Ask @Senior responsible owner please',
      caret: 30,
    })
  })
})

describe('a text that is sent', () => {
  it('has ids for names, the longest name first', () => {
    expect(textToSend('@Lead and @Lead for adult services, @Leader', people, none)).toBe(
      '@[person.lead] and @[person.lead-adult], @Leader',
    )
  })

  it('means the one who was chosen where two have one name, and nobody where none was', () => {
    const twins = [person('person.one', 'Sam'), person('person.two', 'Sam')]
    expect(textToSend('@Sam', twins, new Map([['Sam', 'person.two']]))).toBe('@[person.two]')
    expect(textToSend('@Sam', twins, none)).toBe('@Sam')
  })

  it('still means somebody who has left, when it is changed', () => {
    const chosen = chosenIn([
      { id: 'person.gone', name: 'Gone (was here)' },
      { id: 'person.removed', name: null },
    ])
    expect(textToSend('@Gone (was here)', people, chosen)).toBe('@[person.gone]')
  })
})
