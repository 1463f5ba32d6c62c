import type { FoiPack, FoiPackView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { findPack, packToChange } from './find-pack.ts'
import { askedQuestions, drawPack } from './draw-pack.ts'
import { packView } from './pack-view.ts'

/** Drafts the questions of a return anew; what was written stays. Throws `not-found`, `stale-version`, `conflict`. */
export async function refreshPack(
  context: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<FoiPackView> {
  const { pack: seen } = findPack(await context.store.readProgramme(request.programme), id)
  const drawn = await drawAgain(context, request.programme, seen)
  return context.store.change(
    request,
    async (change) => {
      const pack = await packToChange(change, id, expectedVersion)
      const drafts = new Map(drawn.questions.map(({ number, draft }) => [number, draft]))
      const after: FoiPack = {
        ...pack,
        drawnFrom: drawn.drawnFrom,
        questions: pack.questions.map((question) => ({
          ...question,
          draft: drafts.get(question.number) ?? question.draft,
        })),
      }
      change.put('foi-pack', after, { expectedVersion, action: 'foi-pack.refreshed', why: null })
      return after
    },
    ({ after }, pack) => packView(after, member, pack, drawn),
  )
}

/** What the records say by now about the questions of a return. */
export function drawAgain(context: Pick<AppContext, 'store' | 'rules'>, programme: string, pack: FoiPack) {
  const own = pack.questions.map(({ question }) => question)
  const questions = askedQuestions(pack.questionSet, own)
  return drawPack(context, programme, { questions, asAt: pack.asAt })
}
