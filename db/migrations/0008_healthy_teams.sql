ALTER TABLE "document_client" ADD COLUMN "used_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "check_at" timestamp (3) with time zone DEFAULT now() + interval '21 days';--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "unanswered_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "application_answered" ON "application" USING btree ("project_id","decided_at","created_at") WHERE "application"."status" in ('accepted', 'declined') and "application"."decided_by_id" is not null;--> statement-breakpoint
CREATE INDEX "membership_check" ON "membership" USING btree ("check_at") WHERE "membership"."status" = 'active';