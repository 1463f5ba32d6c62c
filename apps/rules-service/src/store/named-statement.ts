/** Statements that a connection keeps as the database has understood them, and the most characters of one. */
const STATEMENTS_KEPT = 100
const MOST_CHARACTERS = 2_000

/** Gives the queries of one connection a name for each text, so that the database reads and plans each once. */
export function namesOfStatements(): (asked: unknown) => unknown {
  const names = new Map<string, string>()
  return (asked) => {
    if (typeof asked !== 'object' || asked === null || !('text' in asked)) return asked
    const { text } = asked
    if (typeof text !== 'string' || text.length > MOST_CHARACTERS) return asked
    let name = names.get(text)
    if (name === undefined) {
      if (names.size >= STATEMENTS_KEPT) return asked
      name = `workplan_${names.size}`
      names.set(text, name)
    }
    return { ...asked, name }
  }
}
