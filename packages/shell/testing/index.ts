export { fakeService, problem, type Answer, type FakeRequest, type FakeService } from './fake-service.ts'
export { openApp, type OpenedApp } from './open-app.ts'
export { flagSummary, membership, session, taskView } from './example-views.ts'
