import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { useChanging } from './use-changing.ts'

/** Marks the flags as reviewed up to the journal entry of what was shown. */
export function useMarkFlagsReviewed() {
  const changing = useChanging()
  return changing(({ programme, seq }: { programme: string; seq: number }) =>
    read(api.programmes[':programme']['flag-review'].$put({ param: { programme }, json: { seq } })),
  )
}
