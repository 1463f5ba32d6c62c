import { formatPartialDate, type ReadingView } from '@workplan/domain'

/** Figures of one data set and time, with what has to be known of all of them. */
export interface FigureGroup {
  title: string
  /** Caveats of every figure in the group. */
  caveats: string[]
  figures: ReadingView[]
}

/** Figures by data set and period: those of different ones must not be set beside each other. */
export function figureGroups(figures: readonly ReadingView[]): FigureGroup[] {
  const groups = Map.groupBy(figures, ({ reading: { dataset, period } }) =>
    [dataset ?? 'Source not given', period === null ? 'period not given' : formatPartialDate(period)].join(
      ', ',
    ),
  )
  return [...groups].map(([title, ofGroup]) => ({
    title,
    caveats: commonCaveats(ofGroup),
    figures: withPartsBeneath(ofGroup),
  }))
}

/** What a figure says of itself beyond what holds for its whole group. */
export function ownCaveats({ reading }: ReadingView, { caveats }: FigureGroup): string[] {
  return reading.caveats.filter((caveat) => !caveats.includes(caveat))
}

/** How deep a figure stands beneath the one it is a part of. */
export function depthOf({ reading }: ReadingView, { figures }: FigureGroup): number {
  const whole = figures.find((figure) => figure.reading.id === reading.partOf)
  return whole ? 1 + depthOf(whole, { title: '', caveats: [], figures }) : 0
}

function commonCaveats([first, ...others]: readonly ReadingView[]): string[] {
  return (first?.reading.caveats ?? []).filter((caveat) =>
    others.every(({ reading }) => reading.caveats.includes(caveat)),
  )
}

/** Each figure followed by its parts; a part of something outside the group stands by itself. */
function withPartsBeneath(figures: readonly ReadingView[]): ReadingView[] {
  const ids = new Set(figures.map(({ reading }) => reading.id))
  const beneath = Map.groupBy(figures, ({ reading: { partOf } }) =>
    partOf !== null && ids.has(partOf) ? partOf : null,
  )
  const branch = (figure: ReadingView): ReadingView[] => [
    figure,
    ...(beneath.get(figure.reading.id) ?? []).flatMap(branch),
  ]
  return (beneath.get(null) ?? []).flatMap(branch)
}
