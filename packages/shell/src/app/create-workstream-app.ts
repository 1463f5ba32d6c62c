import type { WorkstreamApp } from '@workplan/domain'
import type { RouteRecordRaw } from 'vue-router'
import type { Section, WorkplanAppDefinition } from './app-definition.ts'
import { createWorkplanApp, type WorkplanAppOptions } from './create-workplan-app.ts'

/** What differs between the workstream apps. */
export interface WorkstreamAppDefinition {
  app: WorkstreamApp
  title: string
  /** Sections and pages that only this app has; they come after My week, Workplan and Flags. */
  sections: Section[]
  routes: RouteRecordRaw[]
}

/** An app for workstream leads: My week, Workplan, Flags, and what it adds to them. */
export function createWorkstreamApp(definition: WorkstreamAppDefinition, options?: WorkplanAppOptions) {
  return createWorkplanApp(workstreamApp(definition), options)
}

/** The whole definition of a workstream app. */
export function workstreamApp({
  app,
  title,
  sections,
  routes,
}: WorkstreamAppDefinition): WorkplanAppDefinition {
  return {
    app,
    title,
    home: 'my-week',
    sections: [
      { text: 'My week', route: 'my-week' },
      { text: 'Workplan', route: 'workplan' },
      { text: 'Flags', route: 'flags' },
      { text: 'Self-assessment', route: 'self-assessment' },
      ...sections,
    ],
    routes: [
      {
        path: 'my-week',
        name: 'my-week',
        component: () => import('../week/MyWeekPage.vue'),
        meta: { title: 'My week' },
      },
      {
        path: 'workplan',
        name: 'workplan',
        component: () => import('../workplan/WorkplanPage.vue'),
        meta: { title: 'Workplan' },
      },
      {
        path: 'flags',
        name: 'flags',
        component: () => import('../flags/WorkstreamFlagsPage.vue'),
        meta: { title: 'Flags' },
      },
      {
        path: 'tasks/:task',
        name: 'task',
        component: () => import('../task-page/TaskPage.vue'),
        meta: { title: 'Task', parent: 'workplan' },
      },
      {
        path: 'self-assessment',
        name: 'self-assessment',
        component: () => import('../self-assessment/SelfAssessmentPage.vue'),
        meta: { title: 'Self-assessment' },
      },
      {
        path: 'self-assessment/:round',
        name: 'self-assessment-round',
        component: () => import('../self-assessment/RoundPage.vue'),
        meta: { title: 'Round', parent: 'self-assessment' },
      },
      ...routes,
    ],
  }
}
