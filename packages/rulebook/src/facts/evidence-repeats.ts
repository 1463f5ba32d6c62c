import type { Answer } from '@workplan/domain'
import { plainWords } from '../lexicon/read-signals.ts'

/** For each answer, the others of its round with the same evidence, and the one it is recorded as repeating. */
export function evidenceRepeats(answers: Iterable<Answer>): ReadonlyMap<Answer, readonly Answer[]> {
  const given = [...answers].filter((answer) => answer.evidence !== null)
  const byId = new Map(given.map((answer) => [answer.id, answer]))
  const byText = Map.groupBy(given, (answer) => `${answer.assessment} ${plainWords(answer.evidence ?? '')}`)
  const repeats = new Map<Answer, readonly Answer[]>()
  for (const same of byText.values())
    for (const answer of same) {
      const named = answer.evidenceState === 'duplicate' ? answer.seeAlso : []
      const all = new Set([...same, ...named.flatMap((id) => byId.get(id) ?? [])])
      all.delete(answer)
      repeats.set(answer, [...all])
    }
  return repeats
}
