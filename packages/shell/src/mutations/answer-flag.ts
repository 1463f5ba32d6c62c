import { useQueryCache } from '@pinia/colada'
import type { FlagDetail } from '@workplan/domain'
import { isProblem } from '../api/api-problem.ts'
import { api } from '../api/client.ts'
import { flagDetailOf } from '../api/flag-detail.ts'
import { read } from '../api/read.ts'
import { flagKey } from '../queries/flags.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface AnswerToFlag {
  programme: string
  flag: string
  /** The version of the flag that is answered. */
  version: number
  text: string
}

/** Answers what the senior responsible owner asked about a flag. Where somebody was first, shows what is there now. */
export function useAnswerFlag() {
  const cache = useQueryCache()
  return useSending({
    send: async ({ programme, flag, version, text }: AnswerToFlag, attempt) =>
      flagDetailOf(
        await read(
          api.programmes[':programme'].flags[':id'].answers.$post({
            param: { programme, id: flag },
            header: { 'idempotency-key': attempt, 'if-match': etagOf(version) },
            json: { text },
          }),
        ),
      ),
    onError: (error, { programme, flag }) => {
      if (isProblem(error, 'stale-version')) cache.setQueryData(flagKey(programme, flag), error.current)
    },
    onSuccess: (saved, { programme, flag }) => {
      const key = flagKey(programme, flag)
      // What is sent again is answered as it was then.
      const known = cache.getQueryData<FlagDetail>(key)
      if (!known || known.version <= saved.version) cache.setQueryData(key, saved)
      void refreshProgramme(cache, programme)
    },
  })
}
