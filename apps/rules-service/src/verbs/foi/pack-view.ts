import { addWorkingDays, FOI_WORKING_DAYS, type FoiPack, type FoiPackView } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import { recordKey, type LoadedProgramme } from '../../store/programme.ts'
import { sameJson } from '../../store/same-json.ts'
import type { DrawnPack } from './draw-pack.ts'

/** A return as its page shows it; `drawn` is what the records say by now, for a draft. */
export function packView(
  { versions, people }: Pick<LoadedProgramme, 'versions' | 'people'>,
  member: Member,
  pack: FoiPack,
  drawn: DrawnPack | null,
): FoiPackView {
  const isDraft = pack.state === 'draft'
  const now = new Map(drawn?.questions.map(({ number, draft }) => [number, draft]))
  return {
    pack,
    version: versions.get(recordKey('foi-pack', pack.id)) ?? 1,
    dueOn: pack.receivedOn && addWorkingDays(pack.receivedOn, FOI_WORKING_DAYS),
    answered: pack.questions.filter(({ answer }) => answer !== null).length,
    approvedByName: pack.approvedBy && (people.get(pack.approvedBy)?.name ?? 'Removed person'),
    changedSince: pack.questions.flatMap(({ number, draft }) =>
      isDraft && now.has(number) && !sameJson(now.get(number), draft) ? [number] : [],
    ),
    mayWrite: isDraft && may(member, 'foi.write'),
    mayApprove: isDraft && may(member, 'foi.approve'),
  }
}
