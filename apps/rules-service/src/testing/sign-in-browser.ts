import type { TestService } from './test-service.ts'

/** What a browser keeps of the sign-in: its cookies. */
export interface SignInBrowser {
  cookie(): string
  keep(answer: Response): void
  /** Begins single sign-on; answers the address of the provider. */
  depart(invitation?: string): Promise<URL>
  /** Comes back from the provider. */
  arrive(parameters: Record<string, string>): Promise<Response>
}

export const RETURN_TO = '/governance/alpha/'

/** A browser of its own, without anything kept. */
export function signInBrowser(service: TestService): SignInBrowser {
  const kept = new Map<string, string>()
  const cookie = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ')

  function keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') kept.delete(name)
      else kept.set(name, value)
    }
  }

  return {
    cookie,
    keep,
    async depart(invitation) {
      const json = { returnTo: RETURN_TO, ...(invitation && { invitation }) }
      const answer = await service.send('/api/session/single-sign-on', { json, cookie: cookie() })
      keep(answer)
      const { url } = (await answer.json()) as { url: string }
      return new URL(url)
    },
    async arrive(parameters) {
      const query = new URLSearchParams(parameters)
      const answer = await service.send(`/api/auth/callback/single-sign-on?${query.toString()}`, {
        cookie: cookie(),
      })
      keep(answer)
      return answer
    },
  }
}
