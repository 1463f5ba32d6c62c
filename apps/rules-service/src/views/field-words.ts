import type { RecordKind } from '@workplan/domain'

/**
 * Words for codes that read badly when only their hyphens are taken away. A code is looked up as `kind.field.code`,
 * then as `code`; without an entry, `not-started` becomes `Not started`.
 */
const codeWords: Readonly<Record<string, string>> = {
  sro: 'Senior responsible owner',
  all: 'Everyone',
  adult: 'Adults',
  children: 'Children and young people',
  workforce: 'Workforce',
  'workstream.app.adult': 'Adult services',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  'bank-holiday': 'bank holidays',
  known: 'A gap is named',
  'none-identified': 'Somebody looked and found none',
  'not-yet-known': 'Nobody can say yet',
  'answer.state.not-scored': 'Not scored: a heading',
  'answer.evidenceState.none': 'Nothing',
  'answer.evidenceState.bare': 'Only a name or a “yes”',
  'answer.evidenceState.reference': 'A pointer to something else',
  'answer.evidenceState.duplicate': 'The text of another measure',
  'answer.evidenceState.pending': 'Work that is still to come',
  'answer.evidenceState.query': 'An open question',
  'answer.evidenceState.described': 'Described evidence',
  'stated-gap.kind.stakeholder': 'Stakeholders, in a self-assessment',
  'stated-gap.kind.workshop': 'A workshop',
  'stated-gap.kind.strategy': 'The strategy itself',
  'metric.direction.increase': 'Up',
  'metric.direction.decrease': 'Down',
  'metric.direction.maintain': 'Keep as it is',
  'service.ageBands.0-4': 'Under 5',
  'service.ageBands.5-13': '5 to 13',
  'service.ageBands.14-17': '14 to 17',
  'service.ageBands.18-25': '18 to 25',
  'strategy-item.kind.lost-on-slide': 'Lost on the slide',
}

/**
 * What an empty list says, by `kind.field`. A list without an entry is not stated when it is empty, which is
 * different from none.
 */
export const emptyListWords: Readonly<Record<string, string>> = {
  'task.serves': 'None',
  'task.evidence': 'None',
  'task.dependsOn': 'None',
  'milestone.earlierDues': 'None',
  'milestone.serves': 'None',
  'answer.seeAlso': 'None',
  'comment.mentions': 'Nobody',
  'position.elementsNotMentioned': 'None',
  'stated-gap.answeredBy': 'None',
  'stated-gap.answeredElsewhereBy': 'None',
  'coverage-requirement.modes': 'Any',
  'coverage-requirement.localities': 'Everywhere in the programme',
  'coverage-requirement.statedGaps': 'None',
  'service.reducedDays': 'None',
  'service.queries': 'None',
  'service.uncertainLocalities': 'None',
  'reading.caveats': 'None',
  'claim.figures': 'None',
  'foi-answer.figures': 'None',
  'foi-answer.documents': 'None',
}

/** A code in words, as it reads in one field of one kind of record. */
export function codeInWords(kind: RecordKind, field: string, code: string): string {
  const special = codeWords[`${kind}.${field}.${code}`] ?? codeWords[code]
  if (special !== undefined) return special
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
