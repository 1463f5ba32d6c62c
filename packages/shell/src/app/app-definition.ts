import type { Action, AppId } from '@workplan/domain'
import type { ComputedRef, InjectionKey } from 'vue'
import { inject } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

/** One entry of the second row of navigation. */
export interface Section {
  text: string
  /** Name of the route it opens. */
  route: string
  /** Only people who may do this see it. */
  action?: Action
  /** Called in setup; the number shown beside the words, with what it counts. */
  count?: () => ComputedRef<{ value: number; text: string } | undefined>
}

/** What makes an app: where it lives, what it is called and the pages that it has. */
export interface WorkplanAppDefinition {
  app: AppId
  title: string
  /** Name of the route that `/<app>/<programme>/` opens. */
  home: string
  sections: Section[]
  /** Pages below `/<app>/:programme/`. */
  routes: RouteRecordRaw[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's title until its heading knows better. */
    title?: string
    /** Name of the route above it, for breadcrumbs. */
    parent?: string
    /** What a person must be allowed to do in the programme to see the page. */
    action?: Action
    /** It shows what is kept only as it stands, so it is not there for a past moment. */
    onlyNow?: boolean
  }
}

export const appDefinitionKey: InjectionKey<WorkplanAppDefinition> = Symbol('workplan app')

/** The app this component runs in. */
export function useAppDefinition(): WorkplanAppDefinition {
  const definition = inject(appDefinitionKey)
  if (!definition) throw new Error('Use createWorkplanApp to make the app')
  return definition
}
