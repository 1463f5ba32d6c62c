import { type ChangeSource, openOwnSource, type Saying } from './change-source.ts'
import type { PageSaying } from './share-streams.ts'
import { startLiveWorker } from './start-live-worker.ts'

/** What is listened to, and who is signed in. */
export interface Followed {
  url: string
  person: string
  /** The entry of the journal that the page is at when it begins; null for the present one. */
  since: number | null
}

/** A worker that has not said a word by then is taken for none. */
const START_MS = 10_000

/** No worker ever answered: this page does without. */
let unanswered = false

/**
 * Listens together with the other pages of this browser, so that they need one connection in all: over plain http a browser has
 * six for a host. Where it cannot share, the page has a stream of its own.
 */
export function openSource(
  { url, person }: Followed,
  after: number | null,
  hear: (saying: Saying) => void,
): ChangeSource {
  const worker = unanswered ? null : startLiveWorker()
  if (!worker) return openOwnSource(url, after, hear)
  const { port } = worker
  let own: ChangeSource | null = null
  const tell = (saying: PageSaying) => port.postMessage(saying)
  const timer = setTimeout(() => {
    unanswered = true
    leave()
    hear({ what: 'broken' })
  }, START_MS)

  function leave(): void {
    clearTimeout(timer)
    worker?.removeEventListener('error', listenAlone)
    tell({ what: 'leave' })
    port.close()
  }

  /** Its script did not arrive or may not run here. */
  function listenAlone(): void {
    leave()
    own = openOwnSource(url, after, hear)
  }

  worker.addEventListener('error', listenAlone)
  port.addEventListener('message', ({ data }: MessageEvent<Saying>) => {
    clearTimeout(timer)
    if (data.what === 'beat') tell({ what: 'here' })
    hear(data)
  })
  port.start()
  tell({ what: 'listen', url, person, after })
  return {
    close: () => {
      leave()
      own?.close()
    },
  }
}
