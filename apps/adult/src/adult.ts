import type { WorkstreamAppDefinition } from '@workplan/shell'

/** The app for adult services. */
export const adult: WorkstreamAppDefinition = {
  app: 'adult',
  title: 'Adult services',
  sections: [
    { text: 'Ambitions', route: 'ambitions' },
    { text: 'Services', route: 'services' },
  ],
  routes: [
    {
      path: 'ambitions',
      name: 'ambitions',
      component: () => import('./ambitions/AmbitionsPage.vue'),
      meta: { title: 'Ambitions for adults' },
    },
    {
      path: 'services',
      name: 'services',
      component: () => import('./services/ServicesPage.vue'),
      meta: { title: 'Services to look into' },
    },
  ],
}
