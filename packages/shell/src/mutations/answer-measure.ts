import { useQueryCache, type QueryCache } from '@pinia/colada'
import type {
  AnswerChange,
  AnswerSaved,
  NewOrganisationAnswer,
  OrganisationAnswerChange,
  RoundView,
  SameAsLast,
} from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { roundKey } from '../queries/rounds.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

/** What is said of a measure: its answer, that it is as last time, or what an organisation answers. */
export type Said =
  | { kind: 'change'; version: number; change: AnswerChange }
  | { kind: 'same'; version: number; same: SameAsLast }
  | { kind: 'organisation'; said: NewOrganisationAnswer }
  | { kind: 'organisation-change'; id: string; version: number; said: OrganisationAnswerChange }

export interface MeasureAnswering {
  programme: string
  round: string
  /** The id of the measure's answer in the round. */
  answer: string
  said: Said
  /** Kept over retries of the same change; a new one is made when left out. */
  attempt?: string
}

/** Answers a measure of an open round; answers with the measure and what that did to the flags. */
export function useAnswerMeasure() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, answer, said }: MeasureAnswering, attempt): Promise<AnswerSaved> =>
      send(programme, answer, said, attempt),
    onSuccess: (saved, { programme, round }) => {
      replaceInRound(cache, roundKey(programme, round), saved)
      void refreshProgramme(cache, programme)
    },
  })
}

function send(programme: string, answer: string, said: Said, attempt: string): Promise<AnswerSaved> {
  const { answers, 'organisation-answers': organisationAnswers } = api.programmes[':programme']
  const param = { programme, id: answer }
  switch (said.kind) {
    case 'change': {
      const header = { 'if-match': etagOf(said.version), 'idempotency-key': attempt }
      return read(answers[':id'].$patch({ param, header, json: said.change }))
    }
    case 'same': {
      const header = { 'if-match': etagOf(said.version), 'idempotency-key': attempt }
      return read(answers[':id']['same-as-last'].$post({ param, header, json: said.same }))
    }
    case 'organisation':
      return read(
        answers[':id'].organisations.$post({
          param,
          header: { 'idempotency-key': attempt },
          json: said.said,
        }),
      )
    case 'organisation-change':
      return read(
        organisationAnswers[':id'].$patch({
          param: { programme, id: said.id },
          header: { 'if-match': etagOf(said.version), 'idempotency-key': attempt },
          json: said.said,
        }),
      )
  }
}

/** Puts the saved measure into the round at once: the next change must start from its new version. */
function replaceInRound(cache: QueryCache, key: ReturnType<typeof roundKey>, { item }: AnswerSaved): void {
  const round = cache.getQueryData<RoundView>(key)
  if (!round) return
  const measures = round.measures.map((row) => (row.measure.id === item.measure.id ? item : row))
  cache.setQueryData(key, { ...round, measures })
}
