import type { RouteRecordRaw } from 'vue-router'
import type { WorkplanAppDefinition } from './app-definition.ts'

/** Pages that every app has, below `/<app>/:programme/`. */
const SHARED: RouteRecordRaw[] = [
  {
    path: 'tasks/:task',
    name: 'task',
    component: () => import('../task-page/TaskPage.vue'),
    meta: { title: 'Task' },
  },
  {
    path: 'flags/:flag',
    name: 'flag',
    component: () => import('../flags/FlagPage.vue'),
    meta: { title: 'Flag', parent: 'flags' },
  },
  {
    path: 'records/:kind/:id',
    name: 'record',
    component: () => import('../record/RecordPage.vue'),
    meta: { title: 'Record' },
  },
  {
    path: 'requirements/:requirement',
    name: 'requirement',
    component: () => import('../requirement/RequirementPage.vue'),
    meta: { title: 'Requirement' },
  },
  {
    path: 'alerts',
    name: 'alerts',
    component: () => import('../notifications/AlertsPage.vue'),
    meta: { title: 'Alerts', onlyNow: true },
  },
  {
    path: 'alerts/settings',
    name: 'alert-settings',
    component: () => import('../notifications/AlertSettingsPage.vue'),
    meta: { title: 'Alerts and e-mails', parent: 'alerts', onlyNow: true },
  },
  {
    path: 'search',
    name: 'search',
    component: () => import('../search/SearchPage.vue'),
    meta: { title: 'Search' },
  },
]

/** An app's routes: its own pages and the shared ones it does not replace. */
export function routesOf({ routes, home }: WorkplanAppDefinition): RouteRecordRaw[] {
  const own = new Set(routes.map((route) => route.name))
  return [
    {
      path: '/',
      name: 'programmes',
      component: () => import('../pages/ProgrammePicker.vue'),
      meta: { title: 'Choose a programme' },
    },
    {
      path: '/:programme',
      children: [
        { path: '', name: 'programme', redirect: (to) => ({ name: home, params: to.params }) },
        ...routes,
        ...SHARED.filter((route) => !own.has(route.name)),
        {
          path: ':rest(.*)*',
          name: 'not-found',
          component: () => import('../pages/NotFoundPage.vue'),
          meta: { title: 'Page not found' },
        },
      ],
    },
  ]
}
