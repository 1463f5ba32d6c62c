import type { FactsOf, SubjectFacts } from '../../src/facts/declaration.ts'

/** Rules written out by hand for one kind of subject: by id, whether the rule flags. A fact that is not known is null. */
export type Predicates<Declared extends SubjectFacts> = Readonly<
  Record<string, (facts: FactsOf<Declared>) => boolean>
>
