/** Does what it is given in the order in which it was asked for, one thing after another, whatever becomes of those before. */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const now = last.then(work, work)
    last = now
    return now
  }
}
