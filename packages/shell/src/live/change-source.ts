import type { ChangeEvent } from '@workplan/domain'

/** What a source of changes says of itself and of what changed. */
export type Saying =
  | { what: 'open' }
  | { what: 'beat' }
  /** All that was missed has been said; the reader is at this entry of the journal. */
  | { what: 'place'; seq: number }
  | { what: 'change'; change: ChangeEvent }
  | { what: 'broken' }
  /** Of a source that broke and is shared with other pages: one of them has it again. */
  | { what: 'back' }
  /** Another page of this browser listens as somebody else: whoever was signed in here no longer is. */
  | { what: 'somebody-else' }

export interface ChangeSource {
  close: () => void
}

/** A stream of one's own, which starts after an entry of the journal, or now. It breaks for good: its reader opens another. */
export function openOwnSource(
  url: string,
  after: number | null,
  hear: (saying: Saying) => void,
): ChangeSource {
  const stream = new EventSource(after === null ? url : `${url}?after=${after}`)
  stream.addEventListener('open', () => hear({ what: 'open' }))
  stream.addEventListener('beat', () => hear({ what: 'beat' }))
  stream.addEventListener('place', ({ data }: MessageEvent<string>) =>
    hear({ what: 'place', seq: Number(data) }),
  )
  stream.addEventListener('change', ({ data }: MessageEvent<string>) =>
    hear({ what: 'change', change: JSON.parse(data) as ChangeEvent }),
  )
  stream.addEventListener('error', () => {
    // The browser's own tries would come unannounced, so they do not come at all.
    stream.close()
    hear({ what: 'broken' })
  })
  return { close: () => stream.close() }
}

/** Two and a half heartbeats of the service (every 15 seconds): the stream died without a word. */
export const SILENT_MS = 37_500
