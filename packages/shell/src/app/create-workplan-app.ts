import { PiniaColada, PiniaColadaQueryHooksPlugin } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHistory, type RouterHistory } from 'vue-router'
import { appDefinitionKey, type WorkplanAppDefinition } from './app-definition.ts'
import { keepAsAt } from '../as-at/keep-as-at.ts'
import { askWhoIsSignedIn } from '../session/ask-who-is-signed-in.ts'
import { followLinks } from './follow-links.ts'
import { routesOf } from './routes.ts'
import WorkplanRoot from './WorkplanRoot.vue'

export interface WorkplanAppOptions {
  /** The browser's own history unless a test brings another. */
  history?: RouterHistory
}

/** Makes an app: router with the shared pages, data cache and frame. Nothing is shown until it is mounted. */
export function createWorkplanApp(definition: WorkplanAppDefinition, options: WorkplanAppOptions = {}) {
  const router = createRouter({
    history: options.history ?? createWebHistory(`/${definition.app}/`),
    routes: routesOf(definition),
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
  keepAsAt(router)
  const pinia = createPinia()
  const app = createApp(WorkplanRoot)
  app.provide(appDefinitionKey, definition)
  app.use(pinia)
  const onError = askWhoIsSignedIn(pinia)
  app.use(PiniaColada, {
    queryOptions: { staleTime: 30_000, gcTime: 300_000 },
    mutationOptions: { onError },
    plugins: [PiniaColadaQueryHooksPlugin({ onError })],
  })
  app.use(router)

  function mount(selector: string | Element) {
    const unfollow = followLinks(document, router, `/${definition.app}/`)
    app.onUnmount(unfollow)
    return app.mount(selector)
  }

  return { app, router, pinia, mount }
}
