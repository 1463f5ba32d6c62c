import { type Draw, type DrawnFrom, emptyDraw } from './draw.ts'

const HOSPICE = /hospice|specialist palliative/i

/** Whether hospices see the shared record, or the shared care plan that the answers speak of instead. */
export function drawSharedRecords({ sharing }: DrawnFrom): Draw {
  const rows = sharing.filter(({ setting }) => HOSPICE.test(setting))
  if (rows.length === 0)
    return {
      ...emptyDraw(),
      unknown: ['Whether hospices see a shared record: no measure on record asks it.'],
    }
  const sees = rows.some(({ asked }) => asked === 'yes')
  const plans = rows.filter(({ instead }) => instead?.sees === 'yes')
  return {
    ...emptyDraw(),
    sentences: rows.map(({ setting, measure, answer, instead }) =>
      `${measure.number ?? ''} ${setting}: ${
        answer?.level === null || answer === null ? 'not answered' : `level ${answer.level}`
      }${instead ? `, answered for ${instead.what}` : ''}.`.trim(),
    ),
    fits: [...(sees ? ['record-hospices-in'] : []), ...(plans.length > 0 ? ['plans-hospices-in'] : [])],
    evidence: rows.flatMap(({ answer, measure }) =>
      answer
        ? [{ kind: 'answer', id: answer.id, title: `${measure.number ?? ''} ${measure.title}`.trim() }]
        : [],
    ),
    unknown: rows.every(({ asked }) => asked === 'not-known' || asked === 'not-answered')
      ? ['Whether hospices see the shared end of life record itself: the answers speak of something else.']
      : [],
  }
}
