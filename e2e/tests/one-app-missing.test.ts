import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { productRoot, type RunningService, startService } from '../fixtures/service.ts'

let root: string
let product: RunningService

test.beforeAll(async () => {
  test.setTimeout(180_000)
  root = await mkdtemp(join(tmpdir(), 'workplan-product-'))
  await copyProduct(root)
  await rm(join(root, 'apps/children/dist'), { recursive: true })
  product = await startService('one-app-missing', root)
})

test.afterAll(async () => {
  await product?.stop()
  await rm(root, { recursive: true, force: true })
})

test('an app whose build is gone takes down its own path and no other', async ({ page }) => {
  const missing = await page.goto(`${product.address}/children/`)
  expect(missing?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  for (const app of ['governance', 'adult', 'workforce']) {
    const answer = await page.goto(`${product.address}/${app}/`)
    expect(answer?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  }
})

/** The product as an installation has it: the service, the built apps and the stylesheet, in the folders of the workspace. */
async function copyProduct(to: string): Promise<void> {
  const withoutLibraries = { recursive: true, filter: (path: string) => !path.endsWith('node_modules') }
  await cp(join(productRoot, 'apps/rules-service'), join(to, 'apps/rules-service'), withoutLibraries)
  await symlink(
    join(productRoot, 'apps/rules-service/node_modules'),
    join(to, 'apps/rules-service/node_modules'),
  )
  await cp(join(productRoot, 'package.json'), join(to, 'package.json'))
  for (const folder of ['apps/governance', 'apps/adult', 'apps/children', 'apps/workforce', 'packages/ui']) {
    await mkdir(join(to, folder), { recursive: true })
    await cp(join(productRoot, folder, 'dist'), join(to, folder, 'dist'), { recursive: true })
  }
}
