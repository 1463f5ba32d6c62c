import type { ProgrammeState } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { isClinicalLead } from './clinical-lead.ts'

/** In which capacity a member would sign a round off. */
export function capacityOf(member: Member, state: ProgrammeState): string {
  return isClinicalLead(state, member.person.id) ? 'Clinical lead' : 'Senior responsible owner'
}

/** True when the member may sign rounds of this programme off. */
export function maySignOff(member: Member, state: ProgrammeState): boolean {
  return may(member, 'assessment.sign-off', { clinicalLead: isClinicalLead(state, member.person.id) })
}
