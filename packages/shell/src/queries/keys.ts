/** Everything read from one programme has a key that starts with this, so that one call can make it read again. */
export function programmeKey(programme: string) {
  return ['programme', programme] as const
}
