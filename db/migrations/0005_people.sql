ALTER TABLE "person" ADD COLUMN "listed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "contactable" text DEFAULT 'everybody' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "welcomed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "active_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "words" text GENERATED ALWAYS AS ("person"."name" || ' ' || "person"."handle"::text || ' ' || "person"."headline") STORED;--> statement-breakpoint
CREATE INDEX "person_active" ON "person" USING btree ("active_at","id") WHERE "person"."listed";--> statement-breakpoint
CREATE INDEX "person_words" ON "person" USING gin ("words" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_contactable" CHECK ("person"."contactable" in ('everybody', 'teammates'));--> statement-breakpoint
UPDATE "person" p SET "active_at" = coalesce((SELECT max(s."last_seen_at") FROM "session" s WHERE s."person_id" = p."id"), p."created_at");--> statement-breakpoint
-- Who has skills on their profile has answered the first questions in another way.
UPDATE "person" p SET "welcomed_at" = now() WHERE EXISTS (SELECT FROM "user_skill" us WHERE us."person_id" = p."id");
