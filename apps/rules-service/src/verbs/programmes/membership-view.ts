import type { MembershipView } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { actionsOf, appsOf } from '../../policy.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** A programme as one of its members knows it: what they are there and what they may do. */
export function membershipView(programme: LoadedProgramme, member: Member): MembershipView {
  const { records, programme: about } = programme.state
  const { memberships } = member
  return {
    id: about.id,
    name: about.name,
    shortName: about.shortName,
    organisation: about.organisation,
    asAt: programme.asAt,
    pinned: about.pinnedTo !== null,
    pinnedBecause: about.pinnedBecause,
    seq: programme.seq,
    roles: [...new Set(memberships.map(({ role }) => role))],
    may: actionsOf(memberships),
    apps: appsOf(memberships),
    workstreams: records.workstream
      .filter(({ app, id }) => may(member, 'task.update', { apps: [app], workstream: id }))
      .map(({ id }) => id),
    groups: records.group.filter(({ id }) => may(member, 'report.draft', { group: id })).map(({ id }) => id),
  }
}
