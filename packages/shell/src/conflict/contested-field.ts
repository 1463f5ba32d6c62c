/** One field of a record that two people may have changed: as both left it, and as both began, in words. */
export interface ContestedField {
  key: string
  label: string
  mine: string
  theirs: string
  base: string
}

export type Side = 'mine' | 'theirs'

/** Which side to keep, by the key of the field. */
export type Choices = Partial<Record<string, Side>>

/** Who made the change that came first, and when; null where it is not known. */
export type WhoWasFirst = { by: string; at: string } | null

/**
 * What happened to a field: `both` wrote different things and a choice is needed; `only-mine` and `only-theirs` have no
 * rival; `same` is the same on both sides.
 */
export type Contest = 'both' | 'only-mine' | 'only-theirs' | 'same'

export function contestOf({ mine, theirs, base }: ContestedField): Contest {
  if (mine === theirs) return 'same'
  if (theirs === base) return 'only-mine'
  return mine === base ? 'only-theirs' : 'both'
}

/** The fields of which a person may choose a side: what they wrote themselves, and is not there now. */
export function fieldsToChoose(fields: readonly ContestedField[]): ContestedField[] {
  return fields.filter((field) => ['both', 'only-mine'].includes(contestOf(field)))
}

/** The fields that two people wrote differently and of which no side is chosen yet. */
export function undecided(fields: readonly ContestedField[], choices: Choices): ContestedField[] {
  return fields.filter((field) => contestOf(field) === 'both' && choices[field.key] === undefined)
}

/** The keys of the fields that stay as this person wrote them. */
export function keptMine(fields: readonly ContestedField[], choices: Choices): string[] {
  return fieldsToChoose(fields)
    .filter(({ key }) => choices[key] !== 'theirs')
    .map(({ key }) => key)
}

/** The fields of a record that have a label, as both left them, in words. */
export function contestedFields<Draft extends object>(
  { base, mine, theirs }: { base: Draft; mine: Draft; theirs: Draft },
  labels: Partial<Record<keyof Draft & string, string>>,
  words: (draft: Draft, field: keyof Draft & string) => string,
): ContestedField[] {
  return (Object.keys(labels) as (keyof Draft & string)[]).map((key) => ({
    key,
    label: labels[key] ?? key,
    base: words(base, key).trim(),
    mine: words(mine, key).trim(),
    theirs: words(theirs, key).trim(),
  }))
}
