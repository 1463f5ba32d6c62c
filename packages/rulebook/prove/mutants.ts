/** A change of the evaluator that the tests must notice. */
export interface Mutant {
  name: string
  /** Relative to the package. */
  file: string
  /** Stands in the file exactly once. */
  text: string
  replacement: string
  /** What would go wrong for people. */
  why: string
}

const EVALUATOR = 'src/evaluator'
const COLUMNS = `${EVALUATOR}/columns`
const PATHS = 'src/rule/fact-path.ts'

/** The tests that have to notice, as Vitest selects them. */
export const NOTICING_TESTS: readonly string[] = [
  EVALUATOR,
  'src/rule/fact-path.test.ts',
  'prove/prove-equality',
]

/** Every part of the evaluator, broken in the ways that lose flags, invent them or explain them wrongly. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'all-takes-any',
    file: `${COLUMNS}/combine.ts`,
    text: 'bits &= yesOf(child, rows, word)',
    replacement: 'bits |= yesOf(child, rows, word)',
    why: 'one condition of several would be enough',
  },
  {
    name: 'any-takes-all',
    file: `${COLUMNS}/combine.ts`,
    text: 'bits |= yesOf(child, rows, word)',
    replacement: 'bits &= yesOf(child, rows, word)',
    why: 'no flag would come of a choice of conditions',
  },
  {
    name: 'no-of-all-needs-every-no',
    file: `${COLUMNS}/combine.ts`,
    text: 'bits |= noOf(child, rows, word)',
    replacement: 'bits = noOf(child, rows, word)',
    why: 'one no would no longer settle an all: known answers would become not assessable',
  },
  {
    name: 'no-of-any-needs-one-no',
    file: `${COLUMNS}/combine.ts`,
    text: 'bits &= noOf(child, rows, word)',
    replacement: 'bits = noOf(child, rows, word)',
    why: 'what is not known would become no',
  },
  {
    name: 'not-keeps-yes',
    file: `${COLUMNS}/combine.ts`,
    text: 'return noOf(node.child, rows, word)',
    replacement: 'return yesOf(node.child, rows, word)',
    why: 'not would do nothing',
  },
  {
    name: 'not-takes-unknown-for-yes',
    file: `${COLUMNS}/combine.ts`,
    text: 'return noOf(node.child, rows, word)',
    replacement: 'return ~yesOf(node.child, rows, word)',
    why: 'what is not known would raise flags',
  },
  {
    name: 'required-facts-ignored',
    file: `${COLUMNS}/combine.ts`,
    text: 'return yesOf(node, rows, word) & knownOf(requires, rows, word)',
    replacement: 'return yesOf(node, rows, word)',
    why: 'a rule would judge without a fact that it cannot do without',
  },
  {
    name: 'required-facts-ignored-for-no',
    file: `${COLUMNS}/combine.ts`,
    text: 'return noOf(node, rows, word) & knownOf(requires, rows, word)',
    replacement: 'return noOf(node, rows, word)',
    why: 'a subject that cannot be assessed would silently pass',
  },
  {
    name: 'less-than-takes-the-same',
    file: `${COLUMNS}/compile-program.ts`,
    text: "lessThan: 'greaterThanInclusive'",
    replacement: "lessThan: 'greaterThan'",
    why: 'the boundary itself would be flagged',
  },
  {
    name: 'at-most-leaves-the-same-out',
    file: `${COLUMNS}/compile-program.ts`,
    text: "lessThanInclusive: 'greaterThan'",
    replacement: "lessThanInclusive: 'greaterThanInclusive'",
    why: 'the boundary itself would be missed',
  },
  {
    name: 'opposite-is-not-turned',
    file: `${COLUMNS}/compile-program.ts`,
    text: "return { kind: 'not', child: { kind: 'leaf', leaf: compileTest(leaf, OPPOSITES[operator], value) } }",
    replacement: "return { kind: 'leaf', leaf: compileTest(leaf, OPPOSITES[operator], value) }",
    why: 'notEqual would mean equal',
  },
  {
    name: 'comparisons-share-a-value',
    file: `${COLUMNS}/compile-program.ts`,
    text: 'JSON.stringify([column, operator, needed, neededColumn])',
    replacement: 'JSON.stringify([column, operator, neededColumn])',
    why: 'two rules with different thresholds would get the answer of the first',
  },
  {
    name: 'comparisons-share-another-fact',
    file: `${COLUMNS}/compile-program.ts`,
    text: 'JSON.stringify([column, operator, needed, neededColumn])',
    replacement: 'JSON.stringify([column, operator, needed])',
    why: 'comparisons with two different facts would be taken for one',
  },
  {
    name: 'more-takes-the-same',
    file: `${COLUMNS}/typed-rows.ts`,
    text: 'bits |= Number(found > needed) << shift',
    replacement: 'bits |= Number(found >= needed) << shift',
    why: 'the boundary itself would be flagged',
  },
  {
    name: 'at-least-leaves-the-same-out',
    file: `${COLUMNS}/typed-rows.ts`,
    text: 'bits |= Number(found >= needed) << shift',
    replacement: 'bits |= Number(found > needed) << shift',
    why: 'the boundary itself would be missed',
  },
  {
    name: 'no-is-read-as-yes',
    file: `${COLUMNS}/typed-rows.ts`,
    text: 'yes[leaf * words + word] = needed ? trueBits : falseBits',
    replacement: 'yes[leaf * words + word] = trueBits',
    why: 'a condition that something is missing would hold where it is there',
  },
  {
    name: 'unknown-flag-is-no',
    file: `${COLUMNS}/typed-rows.ts`,
    text: 'falseBits |= Number(found === false) << shift',
    replacement: 'falseBits |= Number(found !== true) << shift',
    why: 'what nobody has said would be taken for no',
  },
  {
    name: 'unknown-text-is-another',
    file: `${COLUMNS}/typed-rows.ts`,
    text: `as string | null | undefined
      if (found === null || found === undefined) continue`,
    replacement: 'as string | null | undefined',
    why: 'what nobody has said would be taken for something else than asked for',
  },
  {
    name: 'list-entry-found-is-not',
    file: `${COLUMNS}/test-column.ts`,
    text: 'setBit(holds(found, needed) ? yes : no, leaf * words, subject)',
    replacement: 'setBit(holds(found, needed) ? no : yes, leaf * words, subject)',
    why: 'contains would mean does not contain',
  },
  {
    name: 'unknown-is-compared',
    file: `${COLUMNS}/test-column.ts`,
    text: 'if (isKnown(found) && isKnown(needed))',
    replacement: 'if (isKnown(found))',
    why: 'comparing with a fact that is not known would be decided at random',
  },
  {
    name: 'zero-is-unknown',
    file: `${COLUMNS}/test-column.ts`,
    text: 'return value !== null && value !== undefined',
    replacement: 'return Boolean(value)',
    why: 'zero, no and empty text would be taken for not known',
  },
  {
    name: 'facts-in-another-order-trusted',
    file: `${COLUMNS}/read-columns.ts`,
    text: 'if (name !== names[place]) return false',
    replacement: 'if (place > names.length) return false',
    why: 'facts of a subject whose facts stand in another order would be taken for others',
  },
  {
    name: 'facts-that-are-missing-trusted',
    file: `${COLUMNS}/read-columns.ts`,
    text: 'return place === names.length',
    replacement: 'return true',
    why: 'a fact that is missing would keep the value of the programme judged before',
  },
  {
    name: 'last-subject-dropped',
    file: `${COLUMNS}/truth-rows.ts`,
    text: 'const words = (subjects + 31) >> 5',
    replacement: 'const words = subjects >> 5',
    why: 'the last subjects of a kind would never be judged',
  },
  {
    name: 'subjects-beyond-the-last',
    file: `${COLUMNS}/truth-rows.ts`,
    text: 'return word < subjects >> 5 ? -1 : (1 << (subjects & 31)) - 1',
    replacement: 'return word <= subjects ? -1 : 0',
    why: 'there would be findings about nobody',
  },
  {
    name: 'subjects-of-the-first-word-only',
    file: `${EVALUATOR}/create-evaluator.ts`,
    text: 'subjects[(word << 5) + lowestBit(left)]',
    replacement: 'subjects[lowestBit(left)]',
    why: 'flags would stand at other subjects',
  },
  {
    name: 'not-assessable-forgotten',
    file: `${EVALUATOR}/create-evaluator.ts`,
    text: '~(holding | failing) & bitsWithin',
    replacement: '~(holding | failing | -1) & bitsWithin',
    why: 'what cannot be assessed would look like no flag',
  },
  {
    name: 'own-members-only-forgotten',
    file: `${EVALUATOR}/read-fact.ts`,
    text: '|| !Object.hasOwn(value, step)',
    replacement: '|| !(step in value)',
    why: 'what every object has would be read as a fact',
  },
  {
    name: 'only-the-first-step-of-a-path',
    file: `${EVALUATOR}/read-fact.ts`,
    text: 'for (const step of steps) {',
    replacement: 'for (const step of steps.slice(1)) {',
    why: 'a part of a fact would be taken for the whole',
  },
  {
    name: 'explained-at-most-leaves-the-same-out',
    file: `${EVALUATOR}/holds-for.ts`,
    text: '(found as number) <= (needed as number)',
    replacement: '(found as number) < (needed as number)',
    why: 'the explanation would contradict the flag',
  },
  {
    name: 'in-takes-parts-of-texts',
    file: `${EVALUATOR}/holds-for.ts`,
    text: 'in: (found, needed) => (needed as string[]).includes(found as string)',
    replacement: 'in: (found, needed) => (needed as string[]).join().includes(found as string)',
    why: 'a word would be found inside another',
  },
  {
    name: 'explained-settled-too-late',
    file: `${EVALUATOR}/explain.ts`,
    text: "else if (child.outcome === 'not-assessable' && outcome !== settling) outcome = 'not-assessable'",
    replacement: "else if (child.outcome === 'not-assessable') outcome = 'not-assessable'",
    why: 'the explanation would say not assessable where one condition has settled it',
  },
  {
    name: 'explained-not-turns-unknown',
    file: `${EVALUATOR}/explain.ts`,
    text: "if (verdict === 'not-assessable') return verdict",
    replacement: '',
    why: 'the explanation would take not known for yes',
  },
  {
    name: 'explained-yes-for-no',
    file: `${EVALUATOR}/explain.ts`,
    text: 'return found === null ? notKnown : found ? yes : no',
    replacement: 'return found ? yes : no',
    why: 'the explanation would say no where nobody has said',
  },
  {
    name: 'explained-without-title',
    file: `${EVALUATOR}/explain.ts`,
    text: 'return explainCondition(isGroup ? when : { all: [when] }, declared, title)',
    replacement: 'return explainCondition(when, declared, title)',
    why: 'a named condition would lose its name in the explanation',
  },
  {
    name: 'explained-required-forgotten',
    file: `${EVALUATOR}/explain.ts`,
    text: "outcome: allKnown ? conditions.outcome : 'not-assessable'",
    replacement: 'outcome: conditions.outcome',
    why: 'the explanation would say yes where the rule cannot be assessed',
  },
  {
    name: 'any-path-taken',
    file: PATHS,
    text: 'if (!PATH.test(text)) return null',
    replacement: '',
    why: 'json-rules-engine would be given filters and scripts to run',
  },
  {
    name: 'path-to-what-every-object-has',
    file: PATHS,
    text: 'return steps.some(isBuiltIn) ? null : steps',
    replacement: 'return steps',
    why: 'a rule could read what is no fact',
  },
]
