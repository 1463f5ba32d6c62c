import { existsSync, globSync } from 'node:fs'
import { dirname } from 'node:path'
import { repositoryRoot } from './run-command.ts'

/** The folders of all packages, relative to the root with forward slashes, sorted. */
export function packageFolders(): string[] {
  return globSync('{apps/*,packages/*,scripts,e2e}/package.json', { cwd: repositoryRoot })
    .map((path) => dirname(path).replaceAll('\\', '/'))
    .toSorted()
}

/** The Vue apps: those with a page of their own. */
export function vueApps(): string[] {
  return packageFolders().filter((folder) => existsSync(`${repositoryRoot}/${folder}/index.html`))
}
