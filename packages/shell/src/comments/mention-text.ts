import { mentionOf, type NamedPerson, type PersonView } from '@workplan/domain'

/** The mention that somebody is typing: where its @ stands, and what comes after it. */
export interface TypedMention {
  from: number
  letters: string
}

/** People that are offered at once. */
const OFFERED = 6

/** The mention that ends at the caret; null when none is being typed. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const before = text.slice(0, caret)
  const letters = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(before)?.[1]
  return letters === undefined ? null : { from: caret - letters.length - 1, letters }
}

/** The people of whose name some word begins with these letters, those whose whole name does so first. */
export function peopleFor(letters: string, people: readonly PersonView[]): PersonView[] {
  const wanted = letters.toLowerCase()
  const rank = ({ name }: PersonView) => {
    const whole = name.toLowerCase()
    if (whole.startsWith(wanted)) return 0
    return whole.includes(` ${wanted}`) ? 1 : 2
  }
  return people
    .map((person) => ({ person, place: rank(person) }))
    .filter(({ place }) => place < 2)
    .toSorted((one, other) => one.place - other.place || one.person.name.localeCompare(other.person.name))
    .slice(0, OFFERED)
    .map(({ person }) => person)
}

/** The text with a name in the place of the mention that was being typed, and where the caret is then. */
export function withMention(
  text: string,
  { from, letters }: TypedMention,
  name: string,
): { text: string; caret: number } {
  const mention = `@${name} `
  const after = text.slice(from + 1 + letters.length)
  return { text: text.slice(0, from) + mention + after.replace(/^ /, ''), caret: from + mention.length }
}

/**
 * The text as it is sent: ids in the place of names. A name that several people have means the one who was chosen; where
 * nobody was, it stays a word.
 */
export function textToSend(
  text: string,
  people: readonly PersonView[],
  chosen: ReadonlyMap<string, string>,
): string {
  const byName = Map.groupBy(people, ({ name }) => name)
  const names = [...new Set([...byName.keys(), ...chosen.keys()])].toSorted(
    (one, other) => other.length - one.length,
  )
  if (names.length === 0) return text
  const anyName = new RegExp(`@(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text.replaceAll(anyName, (typed, name: string) => {
    const [person, ...others] = byName.get(name) ?? []
    const id = chosen.get(name) ?? (others.length === 0 ? person?.id : undefined)
    return id === undefined ? typed : mentionOf(id)
  })
}

/** Who is meant by the names in a text that was sent already. */
export function chosenIn(mentioned: readonly NamedPerson[]): Map<string, string> {
  return new Map(mentioned.flatMap(({ id, name }) => (name === null ? [] : [[name, id] as const])))
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
