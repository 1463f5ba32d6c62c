import type { Context } from 'hono'
import type { AppEnv } from './environment.ts'

/** Adds cookies, as the sign-in made them, to the answer. */
export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}
