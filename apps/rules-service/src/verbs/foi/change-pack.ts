import type { FoiPack, FoiPackChange, FoiPackView, PackQuestion } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { packToChange } from './find-pack.ts'
import { packView } from './pack-view.ts'

export interface PackUpdate {
  id: string
  expectedVersion: number
  change: FoiPackChange
}

/** Writes answers into a return. Throws `not-found`, `stale-version`, `conflict`, and `invalid-input` for what it does not ask. */
export function changePack(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, change: { answers = [], ...fields } }: PackUpdate,
): Promise<FoiPackView> {
  return store.change(
    request,
    async (change) => {
      const pack = await packToChange(change, id, expectedVersion)
      refuseUnasked(pack, answers)
      const given = new Map(answers.map(({ number, answer }) => [number, answer]))
      const questions = pack.questions.map((question): PackQuestion => {
        const answer = given.get(question.number)
        return answer === undefined ? question : { ...question, answer }
      })
      const after: FoiPack = { ...pack, ...fields, questions }
      change.put('foi-pack', after, { expectedVersion, action: 'foi-pack.written', why: null })
      return after
    },
    ({ after }, pack) => packView(after, member, pack, null),
  )
}

function refuseUnasked(pack: FoiPack, answers: NonNullable<FoiPackChange['answers']>): void {
  const errors = answers.flatMap(({ number, answer }) => {
    const question = pack.questions.find((candidate) => candidate.number === number)
    if (!question) return [{ path: `answers.${number}`, message: `There is no question ${number}` }]
    const letters = new Set(question.options.map(({ letter }) => letter))
    const unknown = answer?.letters.find((letter) => !letters.has(letter))
    return unknown === undefined
      ? []
      : [{ path: `answers.${number}`, message: `Question ${number} has no option ${unknown}` }]
  })
  if (errors.length > 0)
    throw new AppError('invalid-input', 'The pack does not ask that. Nothing was saved.', { errors })
}
