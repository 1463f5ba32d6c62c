CREATE TABLE "programme_rules" (
	"programme" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"revision" bigint NOT NULL,
	"state" text NOT NULL,
	"document" jsonb NOT NULL,
	"cases" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"until" date,
	"ended" jsonb,
	CONSTRAINT "programme_rules_programme_id_version_pk" PRIMARY KEY("programme","id","version")
);
--> statement-breakpoint
CREATE TABLE "rule_settings" (
	"programme" text NOT NULL,
	"rule" text NOT NULL,
	"version" integer NOT NULL,
	"enabled" boolean NOT NULL,
	"severity" text,
	"thresholds" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rule_settings_programme_rule_version_pk" PRIMARY KEY("programme","rule","version")
);
--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "judged_by_version" integer;--> statement-breakpoint
UPDATE "flags" SET "judged_by_version" = "rule_version";--> statement-breakpoint
ALTER TABLE "flags" ALTER COLUMN "judged_by_version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "accepted_until" date;--> statement-breakpoint
UPDATE "flags" SET "accepted_until" = (
  SELECT (d."decision"->>'until')::date FROM "decisions" d
  WHERE d."programme" = "flags"."programme" AND d."flag" = "flags"."id" AND d."decision"->>'kind' = 'accept'
  ORDER BY d."id" DESC LIMIT 1
) WHERE "status" = 'accepted';--> statement-breakpoint
ALTER TABLE "programme_rules" ADD CONSTRAINT "programme_rules_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_settings" ADD CONSTRAINT "rule_settings_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE FUNCTION refuse_rule_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'settings and published versions of rules never change' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_published_rule_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'ended'
    AND NEW.until IS NOT NULL AND NEW.ended IS NOT NULL
    AND to_jsonb(NEW) - '{state,until,ended,revision}'::text[] = to_jsonb(OLD) - '{state,until,ended,revision}'::text[]
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published version of a rule never changes' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER rule_settings_append_only BEFORE UPDATE OR DELETE ON "rule_settings"
  FOR EACH ROW EXECUTE FUNCTION refuse_rule_change();
--> statement-breakpoint
CREATE TRIGGER rule_settings_no_truncate BEFORE TRUNCATE ON "rule_settings"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rule_change();
--> statement-breakpoint
CREATE TRIGGER programme_rules_frozen BEFORE UPDATE OR DELETE ON "programme_rules"
  FOR EACH ROW EXECUTE FUNCTION refuse_published_rule_change();
--> statement-breakpoint
CREATE TRIGGER programme_rules_no_truncate BEFORE TRUNCATE ON "programme_rules"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rule_change();
