/** The part of Trusted Types that is used here. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string }
}

const WORKER = /^\/_shared\/live-worker-[\w-]+\.js$/

/** Only the worker's own address may become a script. */
function trustWorker(address: string): string {
  if (!WORKER.test(address)) throw new TypeError('This is not the address of the worker.')
  return address
}

let trust: ((address: string) => string) | null = null

/**
 * The worker that holds the live streams of all pages of this browser; null where the browser or the policy of the service
 * has none. Its address, which changes with its content, was put into the page by the build.
 */
export function startLiveWorker(): SharedWorker | null {
  const address = document.querySelector<HTMLMetaElement>('meta[name="live-worker"]')?.content
  if (!address || !('SharedWorker' in globalThis)) return null
  try {
    if (!trust) {
      const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
      const policy = trustedTypes?.createPolicy('live-worker', { createScriptURL: trustWorker })
      trust = policy ? (url) => policy.createScriptURL(url) : trustWorker
    }
    return new SharedWorker(trust(address))
  } catch {
    return null
  }
}
