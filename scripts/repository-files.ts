import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from './checks/identical-files.ts'
import { repositoryRoot, runCommand } from './run-command.ts'

/** Every file that git tracks or would track, relative to the root, that is there to be read. */
export async function repositoryFiles(): Promise<string[]> {
  const { code, output } = await runCommand('git', ['ls-files', '--cached', '--others', '--exclude-standard'])
  if (code !== 0) throw new Error(`git could not list the files: ${output}`)
  return output
    .split('\n')
    .filter(
      (path) =>
        path !== '' && (statSync(join(repositoryRoot, path), { throwIfNoEntry: false })?.isFile() ?? false),
    )
}

/** Reads text files; files with a NUL byte are pictures and the like, and left out. */
export function readSources(paths: readonly string[]): SourceFile[] {
  return paths
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }))
    .filter((file) => !file.text.includes('\0'))
}
