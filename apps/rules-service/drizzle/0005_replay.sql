ALTER TABLE "journal" ADD COLUMN "stored" jsonb;
--> statement-breakpoint
ALTER TABLE "journal_heads" ADD COLUMN "replay_from" bigint;
