ALTER TABLE "programmes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "programmes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "programmes" USING ("id" = current_setting('workplan.programme', true)) WITH CHECK ("id" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "programmes" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "decisions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "decisions" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "decisions" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "flags" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "flags" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "flags" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "flags" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "idempotency_keys" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "idempotency_keys" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "journal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "journal" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "journal" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "journal" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "journal_heads" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "journal_heads" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "journal_heads" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "journal_heads" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "memberships" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "memberships" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "memberships" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "programme_rules" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "programme_rules" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "programme_rules" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "programme_rules" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "records" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "records" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "records" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "records" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "reports" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "reports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "reports" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "reports" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "rule_settings" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "rule_settings" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "rule_settings" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "rule_settings" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
CREATE POLICY listed ON "programmes" FOR SELECT USING (current_setting('workplan.listing', true) = 'programmes');
--> statement-breakpoint
CREATE POLICY of_person ON "memberships" FOR SELECT USING ("person" = current_setting('workplan.person', true));
