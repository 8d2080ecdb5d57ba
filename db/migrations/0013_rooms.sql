CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"room_id" uuid,
	"person_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"message_id" uuid NOT NULL,
	"reporter_id" uuid,
	"reason" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_reason" CHECK ("report"."reason" in ('harassment', 'spam', 'danger', 'other')),
	CONSTRAINT "report_state" CHECK ("report"."state" in ('waiting', 'dismissed', 'removed', 'muted'))
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"person_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"thread_id" uuid,
	"body" text NOT NULL,
	"reply_to_id" uuid,
	"version" bigint DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_place" UNIQUE NULLS NOT DISTINCT("person_id","room_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "room_mute" (
	"room_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"muted_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_mute_room_id_person_id_pk" PRIMARY KEY("room_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "room" DROP CONSTRAINT "room_place";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "shows_reading" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "quiet_hours" jsonb;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "pair" text;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "slow_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "level" text;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "spoke_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_person_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_decided_by_id_person_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_thread_id_message_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_reply_to_id_message_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."message"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_mute" ADD CONSTRAINT "room_mute_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_mute" ADD CONSTRAINT "room_mute_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_mute" ADD CONSTRAINT "room_mute_muted_by_id_person_id_fk" FOREIGN KEY ("muted_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_room" ON "audit_entry" USING btree ("room_id","id");--> statement-breakpoint
CREATE INDEX "audit_entry_person" ON "audit_entry" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_once" ON "report" USING btree ("message_id","reporter_id") WHERE "report"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "report_oldest" ON "report" USING btree ("id") WHERE "report"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "report_reporter" ON "report" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "report_decided_by" ON "report" USING btree ("decided_by_id");--> statement-breakpoint
CREATE INDEX "draft_room" ON "draft" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "draft_thread" ON "draft" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "draft_reply" ON "draft" USING btree ("reply_to_id");--> statement-breakpoint
CREATE INDEX "room_mute_person" ON "room_mute" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "room_mute_by" ON "room_mute" USING btree ("muted_by_id");--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_pair_unique" UNIQUE("pair");--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_slow_seconds" CHECK ("room"."slow_seconds" between 0 and 3600);--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_place" CHECK (("room"."kind" = 'project') = ("room"."project_id" is not null) and ("room"."kind" = 'step') = ("room"."step_id" is not null)
        and ("room"."kind" = 'direct') = ("room"."pair" is not null));--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_level" CHECK ("seat"."level" in ('all', 'mentions', 'none'));--> statement-breakpoint
-- Leaving and coming back lifts no mute. After the check of the foreign key, which waits for whoever mutes.
CREATE FUNCTION "seat_mute"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE seat s SET muted_until = m.until FROM room_mute m
	WHERE s.room_id = NEW.room_id AND s.person_id = NEW.person_id
		AND m.room_id = NEW.room_id AND m.person_id = NEW.person_id;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "seat_mute" AFTER INSERT ON "seat" FOR EACH ROW EXECUTE FUNCTION seat_mute();
