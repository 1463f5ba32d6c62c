import type { MeetingChange, NewAction, NewDecision, NewMeeting, Withdrawal } from '@workplan/domain'
import { api, etagOf, read, useChanging } from '@workplan/shell'

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
  const under = (attempt: string) => ({ 'idempotency-key': attempt })
  return {
    plan: changing(({ programme, input }: { programme: string; input: NewMeeting }, attempt) =>
      read(meetings.$post({ param: { programme }, header: under(attempt), json: input })),
    ),
    change: changing(
      (
        { programme, meeting, version, change }: OfMeeting & { version: number; change: MeetingChange },
        attempt,
      ) =>
        read(
          meetings[':id'].$patch({
            param: { programme, id: meeting },
            header: { ...under(attempt), 'if-match': etagOf(version) },
            json: change,
          }),
        ),
    ),
    decide: changing(({ programme, meeting, input }: OfMeeting & { input: NewDecision }, attempt) =>
      read(
        meetings[':id'].decisions.$post({
          param: { programme, id: meeting },
          header: under(attempt),
          json: input,
        }),
      ),
    ),
    ask: changing(({ programme, meeting, input }: OfMeeting & { input: NewAction }, attempt) =>
      read(
        meetings[':id'].actions.$post({
          param: { programme, id: meeting },
          header: under(attempt),
          json: input,
        }),
      ),
    ),
    withdrawDecision: changing((outcome: Outcome, attempt) =>
      read(programmes.decisions[':id'].withdraw.$post(withdrawalOf(outcome, attempt))),
    ),
    withdrawAction: changing((outcome: Outcome, attempt) =>
      read(programmes.actions[':id'].withdraw.$post(withdrawalOf(outcome, attempt))),
    ),
  }
}

function withdrawalOf({ programme, id, version, reason }: Outcome, attempt: string) {
  return {
    param: { programme, id },
    header: { 'idempotency-key': attempt, 'if-match': etagOf(version) },
    json: { reason },
  }
}
