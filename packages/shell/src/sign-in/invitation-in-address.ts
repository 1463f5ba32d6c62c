/**
 * The secret of a one-time link, which stands after the `#` so that no server and no log along the way gets to see it;
 * null without one.
 */
export function invitationIn(hash: string): string | null {
  return /^#invitation=([\w-]{43})$/.exec(hash)?.[1] ?? null
}
