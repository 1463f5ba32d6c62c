/** The worker that all pages of a browser share, whichever app they belong to. Built by itself, since an app may not have it in its own path. */
import { shareStreams } from './share-streams.ts'

const take = shareStreams()
addEventListener('connect', (event) => {
  for (const port of (event as MessageEvent).ports) take(port)
})
