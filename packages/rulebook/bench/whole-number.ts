/** A whole number from 1 as a setting of the environment gives it, or `otherwise`. Throws for anything else. */
export function wholeNumber(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = environment[name]
  if (text === undefined) return otherwise
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} must be a whole number from 1, not "${text}"`)
  return Number(text)
}
