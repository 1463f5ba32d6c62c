import type { Audience } from '@workplan/domain'

type People = 'adult' | 'children' | 'workforce'

const PEOPLE: readonly People[] = ['adult', 'children', 'workforce']

/** Whether an audience speaks of some people: `all` is people of every age, which is not the workforce. */
function speaksOf(audience: readonly Audience[], people: People): boolean {
  return audience.includes(people) || (people !== 'workforce' && audience.includes('all'))
}

/** True when `have` speaks of everyone that `need` speaks of. */
export function covers(have: readonly Audience[], need: readonly Audience[]): boolean {
  return PEOPLE.every((people) => !speaksOf(need, people) || speaksOf(have, people))
}

/** Whom `need` speaks of and `have` does not. */
export function missingFrom(have: readonly Audience[], need: readonly Audience[]): People[] {
  return PEOPLE.filter((people) => speaksOf(need, people) && !speaksOf(have, people))
}

const WORDS: Record<Audience, string> = {
  adult: 'adults',
  children: 'children and young people',
  all: 'people of all ages',
  workforce: 'the workforce',
}

/** An audience as people say it: `adults`, `people of all ages`. */
export function audienceInWords(audience: readonly Audience[]): string[] {
  return audience.map((entry) => WORDS[entry])
}
