import type { Saying } from './change-source.ts'
import { type Listener, shareStream, type SharedStream } from './share-stream.ts'

/** What a page says to the worker that holds the streams. */
export type PageSaying =
  | { what: 'listen'; url: string; person: string; after: number | null }
  /** The answer to each heartbeat: a page that was killed says no goodbye. */
  | { what: 'here' }
  | { what: 'leave' }

/** Holds one stream for each programme that pages of this browser listen to; takes the port of each page that asks. */
export function shareStreams(): (port: MessagePort) => void {
  const streams = new Map<string, SharedStream>()
  /** A browser has one session, and every stream is that person's. */
  let reader: string | null = null

  function streamAt(url: string): SharedStream {
    const known = streams.get(url)
    if (known) return known
    const stream = shareStream(url, () => {
      if (streams.get(url) === stream) streams.delete(url)
    })
    streams.set(url, stream)
    return stream
  }

  function readAs(person: string): void {
    if (person === reader) return
    reader = person
    const before = [...streams.values()]
    streams.clear()
    for (const stream of before) stream.dismiss()
  }

  return (port) => {
    const hear = (saying: Saying) => port.postMessage(saying)
    const listener: Listener = { hear, at: null, settled: false, unanswered: 0 }
    let stream: SharedStream | null = null
    port.addEventListener('message', ({ data }: MessageEvent<PageSaying>) => {
      listener.unanswered = 0
      if (data.what === 'listen') {
        readAs(data.person)
        listener.at = data.after
        stream = streamAt(data.url)
        stream.join(listener)
      } else if (data.what === 'leave') {
        stream?.leave(listener)
        port.close()
      }
    })
    port.start()
    // The page hears that there is a worker, however long the service takes.
    hear({ what: 'beat' })
  }
}
