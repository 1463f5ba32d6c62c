/** Part of a text with mentions: words, or the id of somebody who is mentioned there. */
export type TextPart = { words: string } | { person: string }

const MENTION = /@\[([a-z0-9]+(?:[.-][a-z0-9]+)*)\]/g

/** A mention as it stands in a text. It holds the id, so that a name can change or be taken out. */
export function mentionOf(person: string): string {
  return `@[${person}]`
}

/** The ids of the people whom a text mentions, each once, in the order of the text. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map(([, person = '']) => person))]
}

/** A text in its parts, in order; put together again they are the text. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(MENTION)) {
    if (match.index > from) parts.push({ words: text.slice(from, match.index) })
    parts.push({ person: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ words: text.slice(from) })
  return parts
}

/** A text with `@Name` for each mention; somebody whose name is not known any more is `@former member`. */
export function textWithNames(text: string, nameOf: (person: string) => string | null | undefined): string {
  return partsOf(text)
    .map((part) => ('words' in part ? part.words : `@${nameOf(part.person) ?? 'former member'}`))
    .join('')
}
