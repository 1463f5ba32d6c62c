import { defineQueryOptions, useQueryCache } from '@pinia/colada'
import type { WordTemplateChange } from '@workplan/domain'
import { api, etagOf, programmeKey, read, useSending } from '@workplan/shell'

const route = api.programmes[':programme']['word-template']

const keyOf = (programme: string) => [...programmeKey(programme), 'word-template'] as const

/** The template that Word documents are written on. */
export const wordTemplateQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: keyOf(programme),
  query: ({ signal }) => read(route.$get({ param: { programme }, query: {} }, { init: { signal } })),
}))

/** Sets the template, or goes back to the one that Workplan has. Refused where somebody was first. */
export function useChangeWordTemplate() {
  const cache = useQueryCache()
  return useSending({
    send: (
      { programme, version, template }: WordTemplateChange & { programme: string; version: number },
      attempt,
    ) =>
      read(
        route.$put({
          param: { programme },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: { template },
        }),
      ),
    onSuccess: (saved, { programme }) => cache.setQueryData(keyOf(programme), saved),
  })
}

/** The bytes of a file in base64. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
