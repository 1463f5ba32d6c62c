import type { WorkstreamAppDefinition } from '@workplan/shell'

/** The app for adult services. */
export const adult: WorkstreamAppDefinition = {
  app: 'adult',
  title: 'Adult services',
  sections: [
    { text: 'Ambitions', route: 'ambitions' },
    { text: 'Round-the-clock map', route: 'map' },
    { text: 'Services', route: 'services' },
    { text: 'Hospices', route: 'hospices' },
    { text: 'Sharing', route: 'sharing' },
    { text: 'Transition', route: 'transition' },
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
      meta: { title: 'Services' },
    },
    {
      path: 'map',
      name: 'map',
      component: () => import('./map/MapPage.vue'),
      meta: { title: 'Round-the-clock map' },
    },
    {
      path: 'sharing',
      name: 'sharing',
      component: () => import('./sharing/SharingPage.vue'),
      meta: { title: 'Sharing matrix' },
    },
    {
      path: 'hospices',
      name: 'hospices',
      component: () => import('./provision/HospicePage.vue'),
      meta: { title: 'Hospices and contracts' },
    },
    {
      path: 'transition',
      name: 'transition',
      component: () => import('./transition/ArrivalsPage.vue'),
      meta: { title: 'Coming from children’s services' },
    },
  ],
}
