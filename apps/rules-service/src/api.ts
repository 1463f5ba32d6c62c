import type { AppContext } from './context.ts'
import { routeGroup } from './http/routes.ts'
import { arrangementRoutes } from './routes/arrangements.ts'
import { approvalRoutes } from './routes/approvals.ts'
import { commentRoutes } from './routes/comments.ts'
import { answerRoutes } from './routes/answers.ts'
import { assessmentRoutes } from './routes/assessments.ts'
import { compareRoutes } from './routes/compare.ts'
import { coverageRoutes } from './routes/coverage.ts'
import { dutyRoutes } from './routes/duties.ts'
import { eventRoutes } from './routes/events.ts'
import { flagReviewRoutes } from './routes/flag-review.ts'
import { flagRoutes } from './routes/flags.ts'
import { foiPackRoutes } from './routes/foi-packs.ts'
import { groupRoutes } from './routes/groups.ts'
import { escalationRoutes } from './routes/escalations.ts'
import { meetingDocumentRoutes } from './routes/meeting-documents.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { reportWritingRoutes } from './routes/report-writing.ts'
import { healthRoutes } from './routes/health.ts'
import { journalRoutes } from './routes/journal.ts'
import { levelRoutes } from './routes/levels.ts'
import { metricRoutes } from './routes/metrics.ts'
import { milestoneRoutes } from './routes/milestones.ts'
import { notificationRoutes } from './routes/notifications.ts'
import { ownRuleRoutes } from './routes/own-rules.ts'
import { peopleRoutes } from './routes/people.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { programmeRoutes } from './routes/programmes.ts'
import { recordRoutes } from './routes/records.ts'
import { reportRoutes } from './routes/reports.ts'
import { requirementRoutes } from './routes/requirements.ts'
import { ruleRoutes } from './routes/rules.ts'
import { serviceRoutes } from './routes/services.ts'
import { sessionRoutes } from './routes/session.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { taskChangeRoutes } from './routes/task-changes.ts'
import { taskRoutes } from './routes/tasks.ts'
import { trendRoutes } from './routes/trends.ts'
import { wordTemplateRoutes } from './routes/word-template.ts'
import { whatIfRoutes } from './routes/what-if.ts'

/** Every route of the API, chained so that their types add up to `Api`. */
export function createApi(context: AppContext) {
  return routeGroup()
    .route('/', healthRoutes(context))
    .route('/', sessionRoutes(context))
    .route('/', signInRoutes(context))
    .route('/', programmeRoutes(context))
    .route('/', peopleRoutes(context))
    .route('/', privacyRoutes(context))
    .route('/', taskRoutes(context))
    .route('/', taskChangeRoutes(context))
    .route('/', milestoneRoutes(context))
    .route('/', requirementRoutes(context))
    .route('/', dutyRoutes(context))
    .route('/', levelRoutes(context))
    .route('/', metricRoutes(context))
    .route('/', trendRoutes(context))
    .route('/', coverageRoutes(context))
    .route('/', serviceRoutes(context))
    .route('/', arrangementRoutes(context))
    .route('/', recordRoutes(context))
    .route('/', flagRoutes(context))
    .route('/', flagReviewRoutes(context))
    .route('/', commentRoutes(context))
    .route('/', notificationRoutes(context))
    .route('/', groupRoutes(context))
    .route('/', meetingRoutes(context))
    .route('/', meetingDocumentRoutes(context))
    .route('/', escalationRoutes(context))
    .route('/', reportWritingRoutes(context))
    .route('/', approvalRoutes(context))
    .route('/', reportRoutes(context))
    .route('/', wordTemplateRoutes(context))
    .route('/', assessmentRoutes(context))
    .route('/', answerRoutes(context))
    .route('/', foiPackRoutes(context))
    .route('/', journalRoutes(context))
    .route('/', compareRoutes(context))
    .route('/', eventRoutes(context))
    .route('/', whatIfRoutes(context))
    .route('/', ruleRoutes(context))
    .route('/', ownRuleRoutes(context))
}

/** The routes for the typed client: `hc<Api>('/')` from `hono/client`. */
export type Api = ReturnType<typeof createApi>
