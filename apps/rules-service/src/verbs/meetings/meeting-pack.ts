import { firstDayOf, type Meeting, type MeetingPack, type ReportSummary } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Viewed } from '../../http/as-at.ts'
import type { Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { escalationViewer } from '../reports/escalation-view.ts'
import { listReports } from '../reports/list-reports.ts'
import { withNames } from '../reports/with-names.ts'
import { findMeeting } from './find-meeting.ts'
import { meetingViewer, outcomesOf } from './meeting-view.ts'

/** Everything a group needs for one meeting. Throws `not-found`. */
export async function meetingPack(
  context: Pick<AppContext, 'store' | 'database'>,
  viewed: Pick<Viewed, 'programme' | 'reports'>,
  member: Member,
  id: string,
): Promise<MeetingPack> {
  const { programme } = viewed
  const meeting = findMeeting(programme, id)
  const view = meetingViewer(programme, member)(meeting)
  const { escalation } = programme.state.records
  const isPut = ({ to, state }: (typeof escalation)[number]) => to === meeting.group && state === 'open'
  const { decisions: _decisions, actions: _actions, ...rest } = view
  return {
    ...rest,
    agenda: meeting.agenda,
    ...outcomesOf(programme, id),
    report: await latestReport(context, viewed, meeting),
    escalated: escalation.filter(isPut).map(escalationViewer(programme)),
    last: lastMeeting(programme, meeting),
  }
}

async function latestReport(
  context: Pick<AppContext, 'store' | 'database'>,
  viewed: Pick<Viewed, 'programme' | 'reports'>,
  { group }: Meeting,
): Promise<ReportSummary | null> {
  if (group === null) return null
  const issued = (await listReports(context.database, viewed, group)).filter(
    ({ status }) => status === 'issued',
  )
  const [latest] = issued.toSorted((one, other) => (one.period.to < other.period.to ? 1 : -1))
  if (!latest) return null
  const [named = latest] = await withNames(context, viewed.programme.state.programme.id, [latest])
  return named
}

/** The meeting of the same group before this one. */
function lastMeeting(programme: LoadedProgramme, { id, group, date }: Meeting): MeetingPack['last'] {
  if (group === null) return null
  const [last] = programme.state.records.meeting
    .filter(
      (other) =>
        other.id !== id &&
        other.group === group &&
        other.state === 'held' &&
        firstDayOf(other.date) < firstDayOf(date),
    )
    .toSorted((one, other) => (firstDayOf(one.date) < firstDayOf(other.date) ? 1 : -1))
  return last
    ? { id: last.id, title: last.title, date: last.date, ...standingOutcomes(programme, last.id) }
    : null
}

function standingOutcomes(programme: LoadedProgramme, meeting: string) {
  const { decisions, actions } = outcomesOf(programme, meeting)
  const stands = ({ state }: { state: string }) => state === 'standing'
  return { decisions: decisions.filter(stands), actions: actions.filter(stands) }
}
