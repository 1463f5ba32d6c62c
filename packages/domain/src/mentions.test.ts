import { describe, expect, it } from 'vitest'
import { mentionOf, mentionsIn, partsOf, textWithNames } from './mentions.ts'

const text = `Could ${mentionOf('person.sro')} and ${mentionOf('person.lead-adult')} look? Thanks, ${mentionOf('person.sro')}`

describe('a text with mentions', () => {
  it('names each person once, in the order of the text', () => {
    expect(mentionsIn(text)).toEqual(['person.sro', 'person.lead-adult'])
  })

  it('falls into words and people', () => {
    expect(partsOf(text)).toEqual([
      { words: 'Could ' },
      { person: 'person.sro' },
      { words: ' and ' },
      { person: 'person.lead-adult' },
      { words: ' look? Thanks, ' },
      { person: 'person.sro' },
    ])
  })

  it('is read with names, and without that of somebody who has left', () => {
    const names = new Map([['person.sro', 'Senior responsible owner']])
    expect(textWithNames(text, (id) => names.get(id))).toBe(
      'Could @Senior responsible owner and @former member look? Thanks, @Senior responsible owner',
    )
  })

  it.each(['me@nhs.net', '@person.sro', '@[Person]', '@[a..b]', '@[]', '[person.sro]', ''])(
    'mentions nobody in %j',
    (plain) => {
      expect(mentionsIn(plain)).toEqual([])
      expect(partsOf(plain)).toEqual(plain === '' ? [] : [{ words: plain }])
    },
  )
})
