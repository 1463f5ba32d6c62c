/** A run of words of a text that stayed, came or went. */
export interface WordRun {
  kind: 'same' | 'added' | 'gone'
  text: string
}

/** Beyond so many pairs of words only the whole change is shown: telling them apart would hold the page up. */
const MOST_PAIRS = 4_000_000

/** How one text became another, word by word: the longest common sequence stays, the rest came or went. */
export function wordDifference(before: string, after: string): WordRun[] {
  const [one, other] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < one.length && start < other.length && isSame(one[start], other[start])) start += 1
  let end = 0
  while (end < Math.min(one.length, other.length) - start && isSame(one.at(-1 - end), other.at(-1 - end)))
    end += 1
  const middle = changed(one.slice(start, one.length - end), other.slice(start, other.length - end))
  return joined([...same(other.slice(0, start)), ...middle, ...same(other.slice(other.length - end))])
}

/** Words with the space after them, so that the runs together are the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** The space after a word makes no difference: the last word of a text has none. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.trimEnd() === other?.trimEnd()
}

function changed(one: readonly string[], other: readonly string[]): WordRun[] {
  const gone = (words: readonly string[]) => words.map((text): WordRun => ({ kind: 'gone', text }))
  const added = (words: readonly string[]) => words.map((text): WordRun => ({ kind: 'added', text }))
  if (one.length * other.length > MOST_PAIRS) return [...gone(one), ...added(other)]
  const lengths = commonLengths(one, other)
  const width = other.length + 1
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < one.length && j < other.length) {
    if (isSame(one[i], other[j])) {
      runs.push({ kind: 'same', text: other[j] ?? '' })
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      runs.push({ kind: 'gone', text: one[i] ?? '' })
      i += 1
    } else {
      runs.push({ kind: 'added', text: other[j] ?? '' })
      j += 1
    }
  }
  return [...runs, ...gone(one.slice(i)), ...added(other.slice(j))]
}

/** For each pair of places, how many words the rests from there have in common, in order. */
function commonLengths(one: readonly string[], other: readonly string[]): Uint16Array {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = isSame(one[i], other[j])
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  return lengths
}

function same(words: readonly string[]): WordRun[] {
  return words.map((text) => ({ kind: 'same', text }))
}

function joined(runs: readonly WordRun[]): WordRun[] {
  const together: WordRun[] = []
  for (const run of runs) {
    const last = together.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else together.push({ ...run })
  }
  return together
}
