import { useMutation, useQueryCache } from '@pinia/colada'
import { refreshProgramme } from './refresh-programme.ts'

/** Makes mutations of a programme, each of which reads the programme again when it has succeeded. */
export function useChanging() {
  const cache = useQueryCache()
  return <Variables extends { programme: string }, Result>(
    mutation: (variables: Variables) => Promise<Result>,
  ) =>
    useMutation({
      mutation,
      onSuccess: (_result: Result, { programme }: Variables) => void refreshProgramme(cache, programme),
    })
}
