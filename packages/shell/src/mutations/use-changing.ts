import { useQueryCache } from '@pinia/colada'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

/** Makes mutations of a programme, each of which reads the programme again when it has succeeded. */
export function useChanging() {
  const cache = useQueryCache()
  return <Variables extends { programme: string }, Result>(
    send: (variables: Variables, attempt: string) => Promise<Result>,
  ) =>
    useSending({
      send,
      onSuccess: (_result, { programme }) => void refreshProgramme(cache, programme),
    })
}
