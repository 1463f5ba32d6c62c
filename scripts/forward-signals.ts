import type { ChildProcess } from 'node:child_process'

/**
 * Hands a request to stop on to the child and waits for it. At a terminal Ctrl-C reaches the child by itself:
 * there it is only kept from ending this process first.
 */
export function forwardSignals(child: ChildProcess): void {
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
}
