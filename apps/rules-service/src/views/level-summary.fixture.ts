/** What the BNSSG self-assessment comes to, by number of the ambition: counted by hand from its workbook. */
export const BNSSG_AMBITIONS = [
  {
    measures: 19,
    answered: 17,
    countAtLevel: { 0: 2, 1: 1, 2: 3, 3: 10, 4: 1, 5: 0 },
    percentAtLevel: { 0: 10.5, 1: 5.3, 2: 15.8, 3: 52.6, 4: 5.3, 5: 0 },
    percentAtLevelOfAnswered: { 0: 11.8, 1: 5.9, 2: 17.6, 3: 58.8, 4: 5.9, 5: 0 },
    level3AndAbove: { count: 11, percent: 57.9, percentOfAnswered: 64.7 },
  },
  {
    measures: 6,
    answered: 6,
    countAtLevel: { 0: 0, 1: 0, 2: 4, 3: 2, 4: 0, 5: 0 },
    percentAtLevel: { 0: 0, 1: 0, 2: 66.7, 3: 33.3, 4: 0, 5: 0 },
    percentAtLevelOfAnswered: { 0: 0, 1: 0, 2: 66.7, 3: 33.3, 4: 0, 5: 0 },
    level3AndAbove: { count: 2, percent: 33.3, percentOfAnswered: 33.3 },
  },
  {
    measures: 16,
    answered: 16,
    countAtLevel: { 0: 0, 1: 2, 2: 2, 3: 4, 4: 6, 5: 2 },
    percentAtLevel: { 0: 0, 1: 12.5, 2: 12.5, 3: 25, 4: 37.5, 5: 12.5 },
    percentAtLevelOfAnswered: { 0: 0, 1: 12.5, 2: 12.5, 3: 25, 4: 37.5, 5: 12.5 },
    level3AndAbove: { count: 12, percent: 75, percentOfAnswered: 75 },
  },
  {
    measures: 23,
    answered: 21,
    countAtLevel: { 0: 0, 1: 0, 2: 6, 3: 9, 4: 5, 5: 1 },
    percentAtLevel: { 0: 0, 1: 0, 2: 26.1, 3: 39.1, 4: 21.7, 5: 4.3 },
    percentAtLevelOfAnswered: { 0: 0, 1: 0, 2: 28.6, 3: 42.9, 4: 23.8, 5: 4.8 },
    level3AndAbove: { count: 15, percent: 65.2, percentOfAnswered: 71.4 },
  },
  {
    measures: 7,
    answered: 7,
    countAtLevel: { 0: 0, 1: 0, 2: 4, 3: 3, 4: 0, 5: 0 },
    percentAtLevel: { 0: 0, 1: 0, 2: 57.1, 3: 42.9, 4: 0, 5: 0 },
    percentAtLevelOfAnswered: { 0: 0, 1: 0, 2: 57.1, 3: 42.9, 4: 0, 5: 0 },
    level3AndAbove: { count: 3, percent: 42.9, percentOfAnswered: 42.9 },
  },
  {
    measures: 4,
    answered: 4,
    countAtLevel: { 0: 1, 1: 2, 2: 0, 3: 1, 4: 0, 5: 0 },
    percentAtLevel: { 0: 25, 1: 50, 2: 0, 3: 25, 4: 0, 5: 0 },
    percentAtLevelOfAnswered: { 0: 25, 1: 50, 2: 0, 3: 25, 4: 0, 5: 0 },
    level3AndAbove: { count: 1, percent: 25, percentOfAnswered: 25 },
  },
]

export const BNSSG_TOTAL = {
  measures: 75,
  answered: 71,
  unanswered: 4,
  notApplicable: 0,
  countAtLevel: { 0: 3, 1: 5, 2: 19, 3: 29, 4: 12, 5: 3 },
  percentAtLevel: { 0: 4, 1: 6.7, 2: 25.3, 3: 38.7, 4: 16, 5: 4 },
  percentAtLevelOfAnswered: { 0: 4.2, 1: 7, 2: 26.8, 3: 40.8, 4: 16.9, 5: 4.2 },
  level3AndAbove: { count: 44, percent: 58.7, percentOfAnswered: 62 },
}
