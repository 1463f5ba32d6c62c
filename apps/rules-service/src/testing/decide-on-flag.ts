import type { SendOptions, TestService } from './test-service.ts'

/** Posts a decision about the flag at a path, from the version there is. */
export async function decideOnFlag(
  service: TestService,
  path: string,
  { headers, ...options }: SendOptions,
): Promise<Response> {
  const { cookie } = options
  const seen = (await service.send(path, { cookie })).headers.get('etag') ?? '"0"'
  return service.send(`${path}/decisions`, { ...options, headers: { 'if-match': seen, ...headers } })
}
