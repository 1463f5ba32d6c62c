import { defineQueryOptions } from '@pinia/colada'
import { api, programmeKey, read } from '@workplan/shell'

const meetings = api.programmes[':programme'].meetings

/** Meetings, latest first. */
export const meetingsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'meetings'],
  query: ({ signal }) => read(meetings.$get({ param: { programme }, query: {} }, { init: { signal } })),
}))

/** One meeting with its pack. */
export const meetingQuery = defineQueryOptions(
  ({ programme, meeting }: { programme: string; meeting: string }) => ({
    key: [...programmeKey(programme), 'meetings', meeting],
    query: ({ signal }) =>
      read(meetings[':id'].$get({ param: { programme, id: meeting }, query: {} }, { init: { signal } })),
  }),
)
