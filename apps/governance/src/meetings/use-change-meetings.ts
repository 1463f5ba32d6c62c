import type { MeetingChange, NewAction, NewDecision, NewMeeting, Withdrawal } from '@workplan/domain'
import { api, etagOf, newAttempt, read, useChanging } from '@workplan/shell'

const programmes = api.programmes[':programme']
const { meetings } = programmes

interface OfMeeting {
  programme: string
  meeting: string
}

interface Outcome extends Withdrawal {
  programme: string
  id: string
  version: number
}

/** What the secretary of a group does about its meetings. */
export function useChangeMeetings() {
  const changing = useChanging()
  const once = () => ({ 'idempotency-key': newAttempt() })
  return {
    plan: changing(({ programme, input }: { programme: string; input: NewMeeting }) =>
      read(meetings.$post({ param: { programme }, header: once(), json: input })),
    ),
    change: changing(
      ({ programme, meeting, version, change }: OfMeeting & { version: number; change: MeetingChange }) =>
        read(
          meetings[':id'].$patch({
            param: { programme, id: meeting },
            header: { ...once(), 'if-match': etagOf(version) },
            json: change,
          }),
        ),
    ),
    decide: changing(({ programme, meeting, input }: OfMeeting & { input: NewDecision }) =>
      read(
        meetings[':id'].decisions.$post({ param: { programme, id: meeting }, header: once(), json: input }),
      ),
    ),
    ask: changing(({ programme, meeting, input }: OfMeeting & { input: NewAction }) =>
      read(meetings[':id'].actions.$post({ param: { programme, id: meeting }, header: once(), json: input })),
    ),
    withdrawDecision: changing(({ programme, id, version, reason }: Outcome) =>
      read(
        programmes.decisions[':id'].withdraw.$post({
          param: { programme, id },
          header: { ...once(), 'if-match': etagOf(version) },
          json: { reason },
        }),
      ),
    ),
    withdrawAction: changing(({ programme, id, version, reason }: Outcome) =>
      read(
        programmes.actions[':id'].withdraw.$post({
          param: { programme, id },
          header: { ...once(), 'if-match': etagOf(version) },
          json: { reason },
        }),
      ),
    ),
  }
}
