import type { WorkstreamAppDefinition } from '@workplan/shell'

/** The app for training, capacity and readiness to care. */
export const workforce: WorkstreamAppDefinition = {
  app: 'workforce',
  title: 'Workforce',
  sections: [
    { text: 'Readiness', route: 'readiness' },
    { text: 'Capacity', route: 'capacity' },
  ],
  routes: [
    {
      path: 'readiness',
      name: 'readiness',
      component: () => import('./readiness/ReadinessPage.vue'),
      meta: { title: 'Readiness' },
    },
    {
      path: 'capacity',
      name: 'capacity',
      component: () => import('./capacity/CapacityPage.vue'),
      meta: { title: 'Capacity' },
    },
  ],
}
