import { type DraftedFigure, percent } from '@workplan/domain'
import { type Draw, type DrawnFrom, emptyDraw } from './draw.ts'

const LEVELS = ['0', '1', '2', '3', '4', '5'] as const

/**
 * The most frequent level of the current round, and the shares of all scored measures that apply. The most frequent level
 * need not be that of most measures; where it is not, the draw says so.
 */
export function drawAssessedLevels({ levels }: DrawnFrom): Draw {
  if (!levels) return { ...emptyDraw(), sentences: ['No self-assessment is on record.'], fits: ['not-done'] }
  const { total } = levels.summary
  const [most] = LEVELS.toSorted((one, other) => total.countAtLevel[other] - total.countAtLevel[one])
  if (most === undefined || total.answered === 0)
    return {
      ...emptyDraw(),
      unknown: ['The levels: no measure has been answered.'],
      evidence: [levels.round],
    }
  const atMost = total.countAtLevel[most]
  const share = percent(atMost, total.measures)
  const figure = (label: string, value: number, unit: DraftedFigure['unit']): DraftedFigure => ({
    label,
    value,
    unit,
    computed: true,
    records: [levels.round],
  })
  return {
    ...emptyDraw(),
    sentences: [
      `The most frequent level is ${most}: ${atMost} of ${total.measures} measures (${share}%).`,
      `${total.level3AndAbove.count} of ${total.measures} (${total.level3AndAbove.percent}%) are at level 3 or above; ${total.unanswered} are not answered.`,
    ],
    fits: [Number(most) <= 2 ? 'mostly-0-to-2' : most === '3' ? 'mostly-3' : 'mostly-4-to-5'],
    figures: [
      figure('Measures', total.measures, 'measures'),
      figure(`Measures at level ${most}`, atMost, 'measures'),
      figure(`Share at level ${most}`, share ?? 0, 'percent'),
      figure('Measures at level 3 or above', total.level3AndAbove.count, 'measures'),
      figure('Share at level 3 or above', total.level3AndAbove.percent ?? 0, 'percent'),
      figure('Not answered', total.unanswered, 'measures'),
    ],
    evidence: [levels.round],
    odd:
      atMost * 2 <= total.measures
        ? [
            `Level ${most} is the most frequent level, but not that of most measures: ${atMost} of ${total.measures}.`,
          ]
        : [],
  }
}
