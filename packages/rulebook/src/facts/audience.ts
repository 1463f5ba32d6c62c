import type { Audience } from '@workplan/domain'

type People = 'adult' | 'children' | 'workforce'

const PEOPLE: readonly People[] = ['adult', 'children', 'workforce']

/** Whom an audience speaks of, a bit for each: `all` is people of every age, which is not the workforce. */
const BITS: Readonly<Record<Audience, number>> = { adult: 1, children: 2, all: 3, workforce: 4 }

/** True when `have` speaks of everyone that `need` speaks of. */
export function covers(have: readonly Audience[], need: readonly Audience[]): boolean {
  return leftOut(have, need) === 0
}

/** Whom `need` speaks of and `have` does not. */
export function missingFrom(have: readonly Audience[], need: readonly Audience[]): People[] {
  const left = leftOut(have, need)
  return PEOPLE.filter((people) => (left & BITS[people]) !== 0)
}

function leftOut(have: readonly Audience[], need: readonly Audience[]): number {
  return bitsOf(need) & ~bitsOf(have)
}

function bitsOf(audience: readonly Audience[]): number {
  let bits = 0
  for (const people of audience) bits |= BITS[people]
  return bits
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

/** The audience that people call so; undefined where the words are none of ours. */
export function audienceNamed(words: string): Audience | undefined {
  return (Object.keys(WORDS) as Audience[]).find((audience) => WORDS[audience] === words)
}
