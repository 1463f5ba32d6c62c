/** Something quick is done again until it has taken that many microseconds of CPU time. */
const AT_LEAST = 1_000_000

/** How long something takes, in microseconds. */
export interface MeasuredTime {
  /** Of all threads of the process, those of the garbage collector and the compiler included. */
  cpu: number
  wall: number
}

/** How long one run takes: the mean of as many runs as fill a second of CPU time. */
export async function measuredTime(run: () => Promise<void> | void): Promise<MeasuredTime> {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  let cpu = 0
  let times = 0
  while (cpu < AT_LEAST) {
    await run()
    const { user, system } = process.cpuUsage(before)
    cpu = user + system
    times += 1
  }
  return { cpu: cpu / times, wall: ((performance.now() - startedAt) * 1000) / times }
}
