import { AppError } from '../errors.ts'

/** Names the places of what was refused from the root of the request's body. */
export function placedIn<Result>(part: string, make: () => Result): Result {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof AppError) || !error.details.errors) throw error
    const errors = error.details.errors.map(({ path, message }) => ({ path: `${part}.${path}`, message }))
    throw new AppError(error.code, error.message, { ...error.details, errors })
  }
}
