import type { Audience, FactValue } from '@workplan/domain'
import { audienceNamed } from '../facts/audience.ts'
import { factCatalogue } from '../facts/catalogue.ts'
import { stepsOf } from './fact-reading.ts'
import { readingsOf } from './leaves.ts'
import type { Rule } from './rule.ts'

/** Whom a rule's facts speak of by their declaration, and the list facts that say of each subject whom they speak of. */
interface People {
  always: readonly Audience[]
  listedIn: readonly string[]
}

const kept = new WeakMap<Rule, People>()

/**
 * The people whom a rule speaks of on these facts, where its facts name them; empty where they do not, and then it speaks
 * of all that its subject is for. 'All ages' names nobody.
 */
export function peopleOf(rule: Rule, facts: Readonly<Record<string, FactValue>>): Audience[] {
  const people = kept.get(rule) ?? peopleIn(rule)
  kept.set(rule, people)
  const listed = people.listedIn.flatMap((name) => {
    const words = facts[name]
    return Array.isArray(words) ? words.map(audienceNamed) : []
  })
  return [...new Set([...people.always, ...listed])].filter(
    (audience) => audience !== undefined && audience !== 'all',
  )
}

function peopleIn({ when, subject }: Rule): People {
  const declared = factCatalogue[subject] ?? {}
  const always: Audience[] = []
  const listedIn: string[] = []
  for (const reading of readingsOf(when)) {
    const fact = declared[reading.fact]
    if (fact?.type === 'table') {
      if (fact.param === 'audience') always.push(...(stepsOf(reading) as Audience[]))
    } else if (typeof fact?.people === 'string') listedIn.push(fact.people)
    else always.push(...(fact?.people ?? []))
  }
  return { always, listedIn }
}
