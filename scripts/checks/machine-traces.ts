import type { SourceFile } from './identical-files.ts'

/** What ties a file to the machine or the registry it was written on, and why it may not stay. */
const traces = [
  { pattern: /(?<![\w.*])\/(?:home|root|Users|work)\/\w[\w./-]*/, why: 'is a path of one machine' },
  { pattern: /(?<![\w.*])\/tmp\/[a-z][\w./-]*/, why: 'is a fixed temporary path; make one with mkdtemp' },
  {
    pattern: /\bhttps?:\/\/[^\s'"/]*(?:registry|artifactory|nexus|verdaccio)[^\s'"/]*/,
    why: 'names a package registry',
  },
  { pattern: /^(?:@[\w-]+:)?registry\s*=.*/m, why: 'sets a package registry' },
]

/** One problem for each file and kind of trace, with its line. */
export function machineTraces(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    traces.flatMap(({ pattern, why }) => {
      const match = pattern.exec(text)
      if (!match) return []
      return `${path}:${lineAt(text, match.index)}: ${match[0]} ${why}`
    }),
  )
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
