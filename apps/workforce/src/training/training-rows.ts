import type { TrainingNeedView, TrainingOfferView, TrainingView } from '@workplan/domain'

export type Level = TrainingNeedView['record']['level']

export const LEVELS: readonly Level[] = ['core', 'intermediate', 'advanced']

/** One staff group: what it needs at each level, and the offers that name it. */
export interface StaffGroupRow {
  staffGroup: string
  at: Record<Level, TrainingNeedView[]>
  offers: TrainingOfferView[]
}

/** Every staff group that a need or an offer names, in the order of the alphabet. */
export function staffGroupRows({ needs, offers }: Pick<TrainingView, 'needs' | 'offers'>): StaffGroupRow[] {
  const groups = new Set([
    ...needs.map(({ record }) => record.staffGroup),
    ...offers.flatMap(({ record }) => record.staffGroups),
  ])
  return [...groups]
    .toSorted((one, other) => one.localeCompare(other, 'en-GB'))
    .map((staffGroup) => {
      const ofGroup = needs.filter(({ record }) => record.staffGroup === staffGroup)
      const at = (level: Level) => ofGroup.filter(({ record }) => record.level === level)
      return {
        staffGroup,
        at: { core: at('core'), intermediate: at('intermediate'), advanced: at('advanced') },
        offers: offers.filter(({ record }) => record.staffGroups.includes(staffGroup)),
      }
    })
}

/** How many are trained of those who need it, counted only where both are known, and how many needs are not known. */
export function trainedOfNeeded(needs: readonly TrainingNeedView[]): {
  trained: number
  needed: number
  notKnown: number
} {
  const known = needs.flatMap(({ record: { needed, trained } }) =>
    needed === null || trained === null ? [] : [{ needed, trained }],
  )
  return {
    trained: known.reduce((sum, { trained }) => sum + trained, 0),
    needed: known.reduce((sum, { needed }) => sum + needed, 0),
    notKnown: needs.length - known.length,
  }
}
