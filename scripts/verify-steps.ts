import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { brokenReferences, withFolders } from './checks/document-references.ts'
import { belowFloor } from './checks/floor-versions.ts'
import { firstLoadProblems, measureFirstLoad } from './checks/first-load.ts'
import { identicalFiles } from './checks/identical-files.ts'
import { machineTraces } from './checks/machine-traces.ts'
import { readSources, repositoryFiles } from './repository-files.ts'
import { repositoryRoot, runCommand } from './run-command.ts'
import type { Step } from './run-steps.ts'
import { vueApps } from './workspaces.ts'

/** Everything that must hold before a change goes in, in the order of what is quickest to know. */
export const verifySteps: readonly Step[] = [
  tool('Format', 'oxfmt --check .', 'run `pnpm format`.'),
  tool(
    'Lint',
    'oxlint --type-aware --deny-warnings',
    'mend what is named; a rule is switched off for all or for none.',
  ),
  tool(
    'Templates',
    'eslint --max-warnings 0 **/*.vue',
    'mend the template; most are about people who use a keyboard.',
  ),
  tool(
    'Who imports whom',
    'depcruise -T err-long apps packages scripts e2e',
    'each rule says above what to do instead.',
  ),
  tool('Dead code', 'knip', 'delete what nobody uses, or use it.'),
  {
    name: 'Same file in two apps',
    remedy: 'keep the file once, in packages/shell or packages/ui.',
    run: async () =>
      identicalFiles(
        readSources((await repositoryFiles()).filter((path) => /^apps\/[^/]+\/src\//.test(path))),
      ),
  },
  {
    name: 'Versions',
    remedy: 'take a version that is not below its floor in scripts/checks/floor-versions.ts.',
    run: async () => belowFloor(lockedPackages()),
  },
  {
    name: 'Documents',
    remedy: 'correct the path or the script, or the document.',
    run: documentProblems,
  },
  {
    name: 'Traces of one machine',
    remedy: 'use a relative path, a setting, or mkdtemp.',
    run: async () => machineTraces(readSources(await repositoryFiles())),
  },
  tool(
    'Types',
    'turbo run typecheck --continue=always --concurrency=100% --output-logs=errors-only',
    'mend the types named.',
  ),
  tool(
    'Build',
    'turbo run build --continue=dependencies-successful --concurrency=100% --output-logs=errors-only',
    'mend the build named.',
  ),
  {
    name: 'First load',
    remedy: 'move what the first page does not need behind a dynamic import.',
    run: async () => vueApps().flatMap(firstLoadOf),
  },
]

/** A step that is one command line; its whole output is the problem when it fails. */
function tool(name: string, commandLine: string, remedy: string): Step {
  const [command = '', ...args] = commandLine.split(' ')
  return {
    name,
    remedy,
    run: async () => {
      const { code, output } = await runCommand(command, args)
      return code === 0 ? [] : [output]
    },
  }
}

async function documentProblems(): Promise<string[]> {
  const files = await repositoryFiles()
  const manifests = readSources(files.filter((path) => path.endsWith('package.json')))
  const scripts = manifests.flatMap(({ text }) => Object.keys(manifest.parse(JSON.parse(text)).scripts))
  const known = { paths: withFolders(files), scripts: new Set(scripts) }
  const documents = readSources(files.filter((path) => path.endsWith('.md')))
  return documents.flatMap(({ path, text }) => brokenReferences(path, text, known))
}

function lockedPackages(): string[] {
  const text = readFileSync(join(repositoryRoot, 'pnpm-lock.yaml'), 'utf8')
  return Object.keys(lockfile.parse(parse(text)).packages)
}

const lockfile = z.object({ packages: z.record(z.string(), z.unknown()) })
const manifest = z.object({ scripts: z.record(z.string(), z.string()).default({}) })

function firstLoadOf(app: string): string[] {
  const page = join(repositoryRoot, 'apps', app, 'dist/index.html')
  if (!existsSync(page)) return [`${app}: has no built page`]
  return firstLoadProblems(app, measureFirstLoad(readFileSync(page, 'utf8'), `/${app}/index.html`, readBuilt))
}

/** Finds a built file as the service serves it: `/_shared/` from ui, `/<app>/` from that app. */
function readBuilt(urlPath: string): Buffer | undefined {
  const [, first = '', ...rest] = urlPath.split('/')
  const folder = first === '_shared' ? 'packages/ui/dist' : `apps/${first}/dist`
  const file = join(repositoryRoot, folder, ...rest)
  return existsSync(file) ? readFileSync(file) : undefined
}
