import type { WorkplanAppDefinition } from '@workplan/shell'

/** The governance app: its sections, and the pages that only it has. */
export const governance: WorkplanAppDefinition = {
  app: 'governance',
  title: 'Governance',
  home: 'home',
  sections: [
    { text: 'Home', route: 'home' },
    { text: 'Duty map', route: 'duties' },
    { text: 'Flags', route: 'flags' },
    { text: 'Levels', route: 'levels' },
    { text: 'Reports', route: 'reports' },
    { text: 'Groups', route: 'groups' },
    { text: 'Rules', route: 'rules', action: 'rules.view' },
    { text: 'Journal', route: 'journal', action: 'journal.view' },
    { text: 'People', route: 'people', action: 'people.manage' },
  ],
  routes: [
    {
      path: 'home',
      name: 'home',
      component: () => import('./home/HomePage.vue'),
      meta: { title: 'Home' },
    },
    {
      path: 'duties',
      name: 'duties',
      component: () => import('./duties/DutiesPage.vue'),
      meta: { title: 'Duty map' },
    },
    {
      path: 'flags',
      name: 'flags',
      component: () => import('./flags/FlagsPage.vue'),
      meta: { title: 'Flags' },
    },
    {
      path: 'flags/review',
      name: 'review',
      component: () => import('./flags/ReviewPage.vue'),
      meta: { title: 'Review flags', parent: 'flags' },
    },
    {
      path: 'flags/:flag',
      name: 'flag',
      component: () => import('./flags/DecideFlagPage.vue'),
      meta: { title: 'Flag', parent: 'flags' },
    },
    {
      path: 'levels',
      name: 'levels',
      component: () => import('./levels/LevelsPage.vue'),
      meta: { title: 'Levels' },
    },
    {
      path: 'reports',
      name: 'reports',
      component: () => import('./reports/ReportsPage.vue'),
      meta: { title: 'Highlight reports' },
    },
    {
      path: 'reports/:report',
      name: 'report',
      component: () => import('./reports/ReportPage.vue'),
      meta: { title: 'Highlight report', parent: 'reports' },
    },
    {
      path: 'groups',
      name: 'groups',
      component: () => import('./groups/GroupsPage.vue'),
      meta: { title: 'Groups' },
    },
    {
      path: 'groups/new',
      name: 'new-group',
      component: () => import('./groups/NewGroupPage.vue'),
      meta: { title: 'Add a group', parent: 'groups', action: 'groups.manage' },
    },
    {
      path: 'groups/:group',
      name: 'group',
      component: () => import('./groups/GroupPage.vue'),
      meta: { title: 'Group', parent: 'groups' },
    },
    {
      path: 'rules',
      name: 'rules',
      component: () => import('./rules/RulesPage.vue'),
      meta: { title: 'Rules', action: 'rules.view' },
    },
    {
      path: 'rules/new',
      name: 'new-rule',
      component: () => import('./rules/WriteRulePage.vue'),
      meta: { title: 'Write a rule', parent: 'rules', action: 'rules.manage' },
    },
    {
      path: 'rules/:rule',
      name: 'rule',
      component: () => import('./rules/RulePage.vue'),
      meta: { title: 'Rule', parent: 'rules', action: 'rules.view' },
    },
    {
      path: 'rules/:rule/edit',
      name: 'edit-rule',
      component: () => import('./rules/WriteRulePage.vue'),
      meta: { title: 'Write a rule', parent: 'rules', action: 'rules.manage' },
    },
    {
      path: 'people',
      name: 'people',
      component: () => import('./people/PeoplePage.vue'),
      meta: { title: 'People', action: 'people.manage' },
    },
    {
      path: 'journal',
      name: 'journal',
      component: () => import('./journal/JournalPage.vue'),
      meta: { title: 'Journal', action: 'journal.view' },
    },
    {
      path: 'journal/compare',
      name: 'compare',
      component: () => import('./journal/ComparePage.vue'),
      meta: { title: 'Compare two dates', parent: 'journal', action: 'journal.view' },
    },
  ],
}
