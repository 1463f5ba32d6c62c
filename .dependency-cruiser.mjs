/** Which packages each package may import, besides itself and libraries. The picture is in docs/architecture.md. */
const mayImport = {
  'packages/domain': [],
  'packages/rulebook': ['packages/domain'],
  'packages/example-programmes': ['packages/domain'],
  'packages/ui': ['packages/domain'],
  'packages/shell': ['packages/ui', 'packages/domain', 'apps/rules-service'],
  'apps/rules-service': ['packages/rulebook', 'packages/domain', 'packages/example-programmes'],
  'apps/(governance|adult|children|workforce)': ['packages/shell', 'packages/ui', 'packages/domain'],
  e2e: [],
  scripts: [],
}

const instead = {
  'packages/domain':
    'domain is imported by everyone and knows nobody: move what needs other packages up to them.',
  'packages/rulebook': 'the rulebook reads domain records only: pass what it needs in as facts.',
  'packages/example-programmes':
    'the examples are data in the words of domain; only their tests may load the rulebook.',
  'packages/ui': 'a component gets everything by props and slots: fetch and route in shell or in the app.',
  'packages/shell': 'move what is for one app into that app; flags and figures arrive over HTTP.',
  'apps/rules-service': 'the service knows no screen: put shared words in domain.',
  'apps/(governance|adult|children|workforce)':
    'apps share through packages/shell and packages/ui; flags arrive over HTTP, never from the rulebook.',
  e2e: 'browser tests know the product by its address only.',
  scripts: 'the commands of the repository run the packages, they do not import them.',
}

const directions = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `who-may-import-whom: ${folder}`,
  comment: `${folder} may import ${allowed.join(', ') || 'no other package'}: ${instead[folder]}`,
  severity: 'error',
  from: {
    path: `^${folder}/`,
    pathNot: folder === 'packages/example-programmes' ? String.raw`\.test\.ts$` : undefined,
  },
  // $1 is the app itself where the folder above stands for several.
  to: {
    path: '^(apps|packages|e2e|scripts)/',
    pathNot: [folder.includes('(') ? '^apps/$1/' : `^${folder}/`, ...allowed.map((path) => `^${path}/`)],
  },
}))

export default {
  forbidden: [
    ...directions,
    {
      name: 'shell-takes-types-only',
      comment:
        'Import from @workplan/rules-service with `import type`: no code of the service may reach a browser.',
      severity: 'error',
      from: { path: '^packages/shell/' },
      to: { path: '^apps/rules-service/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'by-name-through-exports',
      comment:
        'Import another package by its name (@workplan/...), through its exports; add what you need to its entry file.',
      severity: 'error',
      from: { path: '^((?:apps|packages)/[^/]+|e2e|scripts)/' },
      to: { path: '^(apps|packages|e2e|scripts)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'resolvable',
      comment: 'Nothing is found there: check the path, or add the name to the exports of that package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: String.raw`^virtual:` },
    },
    {
      name: 'no-cycles',
      comment: 'These files import each other in a circle: move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-needs-zod-only',
      comment: 'domain runs everywhere: no library but zod and nothing of Node in it.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: String.raw`\.test\.ts$` },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '/zod/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Product code may not import a test: move what both need into a file of its own.',
      severity: 'error',
      from: { pathNot: String.raw`\.test\.ts$|^e2e/|/fixtures/` },
      to: { path: String.raw`\.test\.ts$` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^((apps|packages)/[^/]+|e2e)/reports/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
