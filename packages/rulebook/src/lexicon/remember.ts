/** Texts that are remembered at most; then all are forgotten and read again. */
const MOST = 10_000

/** A pure function of a text with its answers kept: a programme is read after every change, and few of its texts change. */
export function remember<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= MOST) known.clear()
    const answer = read(text)
    known.set(text, answer)
    return answer
  }
}
