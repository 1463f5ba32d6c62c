/**
 * The verdicts of one condition on many subjects: bit `i & 31` of word `i >> 5` stands for subject `i`. A subject whose
 * bit is set in neither row cannot be assessed.
 */
export interface TruthRows {
  yes: Int32Array
  no: Int32Array
}

/** Words needed for that many subjects. */
export function wordsFor(subjects: number): number {
  return (subjects + 31) >> 5
}

/** Kleene's `all`: one no settles it, yes needs all of them. */
export function allOf(children: readonly TruthRows[], words: number): TruthRows {
  const { yes, no } = copyOf(children[0] as TruthRows, words)
  for (let child = 1; child < children.length; child += 1) {
    const rows = children[child] as TruthRows
    for (let word = 0; word < words; word += 1) {
      yes[word] = (yes[word] as number) & (rows.yes[word] as number)
      no[word] = (no[word] as number) | (rows.no[word] as number)
    }
  }
  return { yes, no }
}

/** Kleene's `any`: one yes settles it, no needs all of them. */
export function anyOf(children: readonly TruthRows[], words: number): TruthRows {
  const { yes, no } = allOf(
    children.map((rows) => negated(rows)),
    words,
  )
  return { yes: no, no: yes }
}

/** Kleene's `not`: what cannot be assessed stays so. */
export function negated({ yes, no }: TruthRows): TruthRows {
  return { yes: no, no: yes }
}

/** The same verdicts, except that a subject outside `known` cannot be assessed. */
export function whereKnown(rows: TruthRows, known: Int32Array, words: number): TruthRows {
  const { yes, no } = copyOf(rows, words)
  for (let word = 0; word < words; word += 1) {
    yes[word] = (yes[word] as number) & (known[word] as number)
    no[word] = (no[word] as number) & (known[word] as number)
  }
  return { yes, no }
}

function copyOf({ yes, no }: TruthRows, words: number): TruthRows {
  return { yes: yes.slice(0, words), no: no.slice(0, words) }
}
