import type { SharingRow, Sight } from '@workplan/domain'
import type { TagColour } from '@workplan/ui'

/** What is known of whether a setting sees a record. Known, known not, and not known are three different things. */
export const sightWords: Record<Sight, { word: string; colour: TagColour }> = {
  yes: { word: 'Yes', colour: 'green' },
  'not-yet': { word: 'Not yet', colour: 'red' },
  'not-answered': { word: 'Not answered', colour: 'grey' },
  'not-applicable': { word: 'Not applicable', colour: 'white' },
  'not-known': { word: 'Not known', colour: 'yellow' },
}

/** One record that the answers speak of, and what each care setting is said to see of it. */
export interface SharedRecord {
  name: string
  sees: (row: SharingRow) => Sight | null
}

/** The columns of the matrix: what the measure asks about, then whatever the answers speak of instead. */
export function sharedRecords(rows: readonly SharingRow[]): SharedRecord[] {
  const others = new Set(rows.flatMap(({ instead }) => (instead ? [instead.what] : [])))
  return [
    { name: 'Shared end of life record', sees: ({ asked }) => asked },
    ...[...others].map((name) => ({
      name,
      sees: ({ instead }: SharingRow) => (instead?.what === name ? instead.sees : null),
    })),
  ]
}

/** How many settings stand in each way, of all of them. */
export function countSights(
  rows: readonly SharingRow[],
  { sees }: SharedRecord,
): { sight: Sight; count: number }[] {
  const groups = Map.groupBy(rows, (row) => sees(row) ?? 'not-known')
  return (Object.keys(sightWords) as Sight[]).flatMap((sight) => {
    const count = groups.get(sight)?.length ?? 0
    return count === 0 ? [] : [{ sight, count }]
  })
}
