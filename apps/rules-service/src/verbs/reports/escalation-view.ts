import type { Escalation, EscalationView } from '@workplan/domain'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'

/** Escalated questions with the names of what they are about, and what answered them. */
export function escalationViewer({
  state: { records },
  versions,
}: LoadedProgramme): (escalation: Escalation) => EscalationView {
  const groups = new Map(records.group.map(({ id, name }) => [id, name]))
  const groupNamed = (id: string) => ({ id, name: groups.get(id) ?? id })
  return ({ id, title, asked, report, number, from, to, work, state, decision }) => {
    const subject = work && records[work.kind].find((candidate) => candidate.id === work.id)
    const answer = records['meeting-decision'].find((candidate) => candidate.id === decision)
    return {
      id,
      version: versions.get(recordKey('escalation', id)) ?? 0,
      title,
      asked,
      report: { id: report, number },
      from: groupNamed(from),
      to: groupNamed(to),
      work: work && { ...work, title: subject?.title ?? work.id },
      state,
      decision: answer ? { id: answer.id, title: answer.title, meeting: answer.meeting } : null,
    }
  }
}
