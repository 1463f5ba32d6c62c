import type { WorkstreamAppDefinition } from '@workplan/shell'

/** The app for children, young people and their hand-over to adult services. */
export const children: WorkstreamAppDefinition = {
  app: 'children',
  title: 'Children and transition',
  sections: [
    { text: 'What the papers leave out', route: 'left-out' },
    { text: 'Services by level', route: 'levels' },
    { text: 'Transition', route: 'transition' },
  ],
  routes: [
    {
      path: 'left-out',
      name: 'left-out',
      component: () => import('./left-out/LeftOutPage.vue'),
      meta: { title: 'What the papers leave out' },
    },
    {
      path: 'levels',
      name: 'levels',
      component: () => import('./levels/LevelsPage.vue'),
      meta: { title: 'Services by level' },
    },
    {
      path: 'transition',
      name: 'transition',
      component: () => import('./transition/TransitionPage.vue'),
      meta: { title: 'Transition' },
    },
  ],
}
