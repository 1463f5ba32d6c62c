/** The function with its answers kept: each id is worked out once. For pure functions of an id only. */
export function byId<Answer>(answer: (id: string) => Answer): (id: string) => Answer {
  const known = new Map<string, Answer>()
  return (id) => {
    const found = known.get(id)
    if (found !== undefined) return found
    const fresh = answer(id)
    known.set(id, fresh)
    return fresh
  }
}
