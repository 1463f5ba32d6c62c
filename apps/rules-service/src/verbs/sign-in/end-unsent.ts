import { z } from 'zod'
import type { AppContext } from '../../context.ts'

const WithToken = z.object({ token: z.string() })

/** Ends the session that an answer of the library began, before anybody has it. */
export async function endUnsent({ auth }: Pick<AppContext, 'auth'>, said: unknown): Promise<void> {
  const begun = WithToken.safeParse(said)
  if (!begun.success) return
  const { internalAdapter } = await auth.$context
  await internalAdapter.deleteSession(begun.data.token)
}
