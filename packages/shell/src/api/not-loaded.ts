/** Why the code of a page or of a part of it may not have arrived. */
export const WHY_NOT_LOADED = 'Your connection may be down, or there may be a new version of Workplan.'

/** The code of a page did not arrive. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded'

  constructor(cause: unknown) {
    super('The code of a page did not arrive', { cause })
  }
}
