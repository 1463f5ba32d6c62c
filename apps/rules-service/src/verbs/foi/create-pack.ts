import type { FoiPack, FoiPackView, NewFoiPack } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { idOfNew } from '../../id-of-new.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { askedQuestions, drawPack } from './draw-pack.ts'
import { packView } from './pack-view.ts'

/** Drafts a return from the records as at its day. Throws `invalid-input`. */
export async function createPack(
  context: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { questions, questionSet, ...input }: NewFoiPack,
): Promise<FoiPackView> {
  const asked = askedQuestions(questionSet, questions)
  const drawn = await drawPack(context, request.programme, { questions: asked, asAt: input.asAt })
  return context.store.change(
    request,
    ({ before, put }) => {
      const pack: FoiPack = {
        id: idOfNew(before.state.programme.id, 'foi-pack', input.title),
        source: { document: 'Workplan', section: 'Added by hand' },
        ...input,
        ...drawn,
        questionSet,
        state: 'draft',
        approvedBy: null,
        approvedAt: null,
      }
      put('foi-pack', pack, { expectedVersion: null, action: 'foi-pack.drafted', why: null })
      return pack
    },
    ({ after }, pack) => packView(after, member, pack, drawn),
  )
}
