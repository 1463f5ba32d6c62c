/** The value below which that part of the times lies, as 0.95; 0 when there are none. */
export function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0
}

/** `median 41 ms, p95 63 ms`. */
export function inWords(times: readonly number[]): string {
  return `median ${Math.round(quantile(times, 0.5))} ms, p95 ${Math.round(quantile(times, 0.95))} ms`
}

/** Says one line. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
