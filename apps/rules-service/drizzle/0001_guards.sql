CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON "journal"
  FOR EACH ROW EXECUTE FUNCTION refuse_journal_change();
--> statement-breakpoint
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON "journal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();
--> statement-breakpoint
CREATE FUNCTION refuse_issued_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = 'superseded' AND NEW.superseded_by IS NOT NULL
    AND (OLD.superseded_by IS NULL OR OLD.superseded_by = NEW.superseded_by)
    AND to_jsonb(NEW) - '{status,superseded_by,version}'::text[] = to_jsonb(OLD) - '{status,superseded_by,version}'::text[]
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an issued report never changes' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER reports_frozen BEFORE UPDATE OR DELETE ON "reports"
  FOR EACH ROW EXECUTE FUNCTION refuse_issued_report_change();
--> statement-breakpoint
CREATE TRIGGER reports_no_truncate BEFORE TRUNCATE ON "reports"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();
