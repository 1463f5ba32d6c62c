import { formatPartialDate, type Assessment, type NewRound, type RoundSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { idOfNew } from '../../id-of-new.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { currentRoundOf, findRound } from './find-round.ts'
import { unansweredIn } from './new-answer.ts'
import { roundSummary } from './round-summary.ts'

/**
 * Starts a round in which every scored measure is unanswered. The round that is current stays so until the new one is signed
 * off. Throws `not-found`, and `conflict` while another round of the framework is open.
 */
export function startRound(
  { store, rules: { library } }: AppContext,
  request: ChangeRequest,
  input: NewRound,
): Promise<RoundSaved> {
  return store.change(
    request,
    ({ before, put }) => {
      const { state } = before
      const framework = library.frameworks.find(
        ({ id }) => id === input.framework && state.programme.frameworks.includes(id),
      )
      const scored = framework?.requirements.filter((entry) => entry.scored) ?? []
      if (!framework || scored.length === 0)
        throw new AppError('not-found', 'There is no such framework with measures in this programme.')
      if (
        state.records.assessment.some((round) => round.framework === framework.id && round.state === 'open')
      )
        throw new AppError(
          'conflict',
          'A round of this framework is open already. Answer that one, or have it withdrawn first.',
        )
      const round = newRound(input, framework, before)
      const last = new Map(
        state.records.answer
          .filter((answer) => answer.assessment === round.follows)
          .map((answer) => [answer.measure, answer]),
      )
      put('assessment', round, { expectedVersion: null, action: 'assessment.started', why: null })
      for (const { id, number, title } of scored)
        put('answer', unansweredIn(round, id, last.get(id)), {
          expectedVersion: null,
          action: 'answer.asked',
          why: null,
          title: `Answer to ${number ?? ''} ${title}`,
        })
      return round.id
    },
    ({ after, flags }, id) => ({ item: roundSummary(findRound(after.state, library, id), after), flags }),
  )
}

function newRound(
  { title, completedBy }: NewRound,
  framework: { id: string; shortName: string; version: string },
  { state, asAt }: LoadedProgramme,
): Assessment {
  const day = formatPartialDate(asAt)
  return {
    id: idOfNew(state.programme.id, 'round', asAt),
    source: { document: 'Workplan', section: `Round started on ${day}` },
    framework: framework.id,
    title: title ?? `${framework.shortName} self-assessment, ${formatPartialDate(asAt.slice(0, 7))}`,
    organisation: state.programme.organisation,
    completedBy: completedBy ?? null,
    formVersion: framework.version,
    completedOn: null,
    signedOffBy: null,
    history: [{ when: asAt, event: 'Started' }],
    current: false,
    state: 'open',
    startedOn: asAt,
    follows: currentRoundOf(state, framework.id)?.id ?? null,
  }
}
