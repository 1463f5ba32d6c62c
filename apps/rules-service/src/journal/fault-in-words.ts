import type { FaultKind, JournalFault } from './check-chain.ts'

const words: Record<FaultKind, (seq: number) => string> = {
  gap: (seq) => `row ${seq} is missing`,
  link: (seq) => `row ${seq} does not follow on row ${seq - 1}: one of the two was altered or put in`,
  hash: (seq) => `row ${seq} is not what was written: its content does not give its hash`,
  outside: (seq) =>
    `row ${seq} has another hash than the signed head outside the database: it, or a row of the same change before it, was rewritten`,
  cut: (seq) => `row ${seq} and what followed are gone: a signed head outside the database is further on`,
  head: (seq) => `row ${seq} does not agree with the head in the database: rows were added or cut at the end`,
  'no-head': (seq) => `the head in the database is missing; the rows end with ${seq}`,
}

/** One line that says which row is wrong, and how. */
export function faultInWords({ seq, kind }: JournalFault): string {
  return words[kind](seq)
}
