import { defineQueryOptions } from '@pinia/colada'
import type { MeasureAnswer } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { viewedMoment } from '../as-at/viewed-moment.ts'
import { programmeKey } from './keys.ts'

export function roundKey(programme: string, round: string) {
  return [...programmeKey(programme), 'round', round] as const
}

/** The rounds of self-assessment, the latest first. */
export const roundsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'rounds'],
  query: async ({ signal }) => {
    const list = await read(
      api.programmes[':programme'].assessments.$get(
        { param: { programme }, query: {} },
        { init: { signal } },
      ),
    )
    return { ...list, mayStart: list.mayStart && isNow() }
  },
}))

/** One round with every measure, last time and now. */
export const roundQuery = defineQueryOptions(
  ({ programme, round }: { programme: string; round: string }) => ({
    key: roundKey(programme, round),
    query: async ({ signal }) => {
      const view = await read(
        api.programmes[':programme'].assessments[':id'].$get(
          { param: { programme, id: round }, query: {} },
          { init: { signal } },
        ),
      )
      return {
        ...view,
        measures: view.measures.map(asSeen),
        mayAnswer: view.mayAnswer && isNow(),
        maySignOff: view.maySignOff && isNow(),
        mayWithdraw: view.mayWithdraw && isNow(),
      }
    },
  }),
)

/** What the person who signs an open round off ought to know. */
export const signOffQuery = defineQueryOptions(
  ({ programme, round }: { programme: string; round: string }) => ({
    key: [...roundKey(programme, round), 'sign-off'],
    query: async ({ signal }) => {
      const view = await read(
        api.programmes[':programme'].assessments[':id']['sign-off'].$get(
          { param: { programme, id: round }, query: {} },
          { init: { signal } },
        ),
      )
      return { ...view, maySignOff: view.maySignOff && isNow() }
    },
  }),
)

/** An answer of an earlier moment can be looked at, and no more. */
function asSeen(measure: MeasureAnswer): MeasureAnswer {
  return { ...measure, mayAnswer: measure.mayAnswer && isNow() }
}

function isNow(): boolean {
  return viewedMoment() === null
}
