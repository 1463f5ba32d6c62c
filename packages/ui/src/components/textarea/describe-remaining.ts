/** What is left to type, in words; a negative number is what must go. */
export function describeRemaining(remaining: number): string {
  const count = Math.abs(remaining)
  const characters = `${count.toLocaleString('en-GB')} ${count === 1 ? 'character' : 'characters'}`
  return remaining < 0 ? `You have ${characters} too many` : `You have ${characters} remaining`
}
