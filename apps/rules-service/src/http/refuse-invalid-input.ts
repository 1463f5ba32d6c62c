import type { Hook } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'
import type { AppEnv } from './environment.ts'

/** Answers input that zod refused with `invalid-input`, naming every field. */
export const refuseInvalidInput: Hook<unknown, AppEnv, string, undefined> = (result) => {
  if (result.success) return undefined
  throw new AppError('invalid-input', 'Some fields were refused. Nothing was changed.', {
    errors: result.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  })
}
