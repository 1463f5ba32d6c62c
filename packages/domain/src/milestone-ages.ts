/** The ages at which something is handed over; 25 stands for the years from 18 up to it. */
export const MILESTONE_AGES = [14, 16, 18, 25] as const
export type MilestoneAge = (typeof MILESTONE_AGES)[number]
