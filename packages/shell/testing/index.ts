export { commentView, serveComments } from './example-comments.ts'
export { exampleService, type ExampleService } from './example-service.ts'
export {
  answer,
  flagDetail,
  flagSummary,
  measure,
  membership,
  programmeView,
  session,
  taskView,
} from './example-views.ts'
export type { FakeEventSource } from './fake-event-source.ts'
export { fakeSharedWorker } from './fake-shared-worker.ts'
export {
  fakeService,
  noNetwork,
  problem,
  type Answer,
  type FakeRequest,
  type FakeService,
} from './fake-service.ts'
export { openApp, type OpenedApp } from './open-app.ts'
