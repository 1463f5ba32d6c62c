import { globSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { repositoryRoot } from './run-command.ts'

/** The folders of all packages, relative to the root with forward slashes, sorted. */
export function packageFolders(): string[] {
  return globSync('{apps/*,packages/*,scripts,e2e}/package.json', { cwd: repositoryRoot })
    .map((path) => dirname(path).replaceAll('\\', '/'))
    .toSorted()
}

/** The names of the Vue apps, which are also their paths: `/adult/`. */
export function vueApps(): string[] {
  return packageFolders()
    .filter((folder) => folder.startsWith('apps/') && folder !== 'apps/rules-service')
    .map((folder) => basename(folder))
}
