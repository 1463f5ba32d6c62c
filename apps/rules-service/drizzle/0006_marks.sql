CREATE TABLE "digests" (
	"programme" text NOT NULL,
	"person" text NOT NULL,
	"day" date NOT NULL,
	"claimed_until" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "digests_programme_person_pk" PRIMARY KEY("programme","person")
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"programme" text NOT NULL,
	"person" text NOT NULL,
	"frequency" text NOT NULL,
	"weekday" integer NOT NULL,
	"address" text,
	CONSTRAINT "notification_preferences_programme_person_pk" PRIMARY KEY("programme","person")
);
--> statement-breakpoint
CREATE TABLE "person_marks" (
	"programme" text NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"as_at" date NOT NULL,
	CONSTRAINT "person_marks_programme_person_name_pk" PRIMARY KEY("programme","person","name")
);
--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_marks" ADD CONSTRAINT "person_marks_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "digests" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "digests" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "digests" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "digests" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "notification_preferences" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notification_preferences" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "notification_preferences" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "notification_preferences" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
--> statement-breakpoint
ALTER TABLE "person_marks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "person_marks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY one_programme ON "person_marks" USING ("programme" = current_setting('workplan.programme', true)) WITH CHECK ("programme" = current_setting('workplan.programme', true));
--> statement-breakpoint
CREATE POLICY every_programme ON "person_marks" TO CURRENT_USER USING (current_setting('workplan.programme', true) = '*') WITH CHECK (current_setting('workplan.programme', true) = '*');
