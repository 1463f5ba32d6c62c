import { describe, expect, it } from 'vitest'
import { brokenReferences, withFolders } from './document-references.ts'

const known = {
  paths: withFolders(['README.md', 'docs/adr/0001-one.md', 'packages/domain/src/index.ts']),
  scripts: new Set(['start', 'test']),
}

describe('brokenReferences', () => {
  it('accepts links, quoted paths and scripts that exist', () => {
    const text =
      'See [one](docs/adr/0001-one.md#why), [site](https://example.org), `packages/domain/` and\n' +
      '`apps/<app>/src`. Run `npx --yes pnpm@12.21.0 start`, `pnpm install`, `pnpm run test`. With pnpm installed.\n```sh\npnpm start\n```'
    expect(brokenReferences('README.md', text, known)).toEqual([])
  })

  it('resolves links from the folder of the document', () => {
    expect(
      brokenReferences('docs/adr/0001-one.md', '[up](../../README.md) [no](../README.md)', known),
    ).toEqual(['docs/adr/0001-one.md: names docs/README.md, which does not exist'])
  })

  it('names a missing path and a missing script once each', () => {
    expect(
      brokenReferences('README.md', '`docs/gone.md` `docs/gone.md`, `pnpm bench`, `pnpm bench`', known),
    ).toEqual([
      'README.md: names docs/gone.md, which does not exist',
      "README.md: names 'pnpm bench', which is a script of no package",
    ])
  })
})
