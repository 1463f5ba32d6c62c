import { MILESTONE_AGES, type HandOverView, type MilestoneAge, type PathwayRow } from '@workplan/domain'

/** What is handed over on a pathway at one age; an empty list is a blank, which is not the same as not agreed. */
export function handOversAt({ handOvers }: Pick<PathwayRow, 'handOvers'>, age: MilestoneAge): HandOverView[] {
  return handOvers.filter(({ record }) => record.age === age)
}

/**
 * The next hand-over of a pathway: the youngest age at which something is not agreed, or at which nothing is on record;
 * null when something is agreed at every age and nothing is left open.
 */
export function nextHandOver(row: PathwayRow): { age: MilestoneAge; open: HandOverView[] } | null {
  const age = MILESTONE_AGES.find((candidate) => {
    const here = handOversAt(row, candidate)
    return here.length === 0 || here.some(({ record }) => record.agreed !== 'agreed')
  })
  if (age === undefined) return null
  return { age, open: handOversAt(row, age).filter(({ record }) => record.agreed !== 'agreed') }
}

/** The hand-overs of all pathways by how they stand, and the milestones with nothing on record. */
export function countMilestones(rows: readonly PathwayRow[]): {
  handOvers: number
  agreed: number
  milestones: number
  blank: number
} {
  const handOvers = rows.flatMap((row) => row.handOvers)
  const cells = rows.flatMap((row) => MILESTONE_AGES.map((age) => handOversAt(row, age)))
  return {
    handOvers: handOvers.length,
    agreed: handOvers.filter(({ record }) => record.agreed === 'agreed').length,
    milestones: cells.length,
    blank: cells.filter((cell) => cell.length === 0).length,
  }
}
