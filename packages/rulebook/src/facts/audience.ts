import type { Audience } from '@workplan/domain'

type People = 'adult' | 'children' | 'workforce'

/** Whom an audience speaks of: `all` is people of every age, which is not the workforce. */
function peopleOf(audience: readonly Audience[]): Set<People> {
  return new Set(audience.flatMap((entry): People[] => (entry === 'all' ? ['adult', 'children'] : [entry])))
}

/** True when `have` speaks of everyone that `need` speaks of. */
export function covers(have: readonly Audience[], need: readonly Audience[]): boolean {
  return missingFrom(have, need).length === 0
}

/** Whom `need` speaks of and `have` does not. */
export function missingFrom(have: readonly Audience[], need: readonly Audience[]): People[] {
  const present = peopleOf(have)
  return [...peopleOf(need)].filter((people) => !present.has(people))
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
