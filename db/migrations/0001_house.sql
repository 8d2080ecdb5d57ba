CREATE TABLE "availability_window" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"start_minute" smallint NOT NULL,
	"end_minute" smallint NOT NULL,
	CONSTRAINT "availability_window_once" UNIQUE("person_id","weekday","start_minute"),
	CONSTRAINT "availability_window_weekday" CHECK ("availability_window"."weekday" between 1 and 7),
	CONSTRAINT "availability_window_minutes" CHECK ("availability_window"."start_minute" >= 0 and "availability_window"."end_minute" <= 1440 and "availability_window"."start_minute" < "availability_window"."end_minute")
);
--> statement-breakpoint
CREATE TABLE "block" (
	"blocker_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "block_blocker_id_blocked_id_pk" PRIMARY KEY("blocker_id","blocked_id"),
	CONSTRAINT "block_not_self" CHECK ("block"."blocker_id" <> "block"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"href" text NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"password_hash" text,
	"handle" "citext" NOT NULL,
	"name" text NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"weekly_hours" smallint,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"line" smallint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email"),
	CONSTRAINT "person_handle_unique" UNIQUE("handle"),
	CONSTRAINT "person_line" CHECK ("person"."line" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"address" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "skill" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "skill_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "user_skill" (
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"intent" text NOT NULL,
	"level" smallint NOT NULL,
	CONSTRAINT "user_skill_person_id_skill_id_intent_pk" PRIMARY KEY("person_id","skill_id","intent"),
	CONSTRAINT "user_skill_intent" CHECK ("user_skill"."intent" in ('has', 'wants')),
	CONSTRAINT "user_skill_level" CHECK ("user_skill"."level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "application" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"opening_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"message" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	"nudged_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "application_status" CHECK ("application"."status" in ('pending', 'accepted', 'declined', 'withdrawn', 'expired', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"opening_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invited_by_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"decided_at" timestamp (3) with time zone,
	"nudged_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_status" CHECK ("invitation"."status" in ('pending', 'accepted', 'declined', 'revoked', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"project_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"opening_id" uuid,
	"role" text DEFAULT 'member' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "membership_role" CHECK ("membership"."role" in ('owner', 'maintainer', 'member')),
	CONSTRAINT "membership_status" CHECK ("membership"."status" in ('active', 'inactive', 'left', 'removed', 'completed'))
);
--> statement-breakpoint
CREATE TABLE "opening" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"project_id" uuid NOT NULL,
	"title" text NOT NULL,
	"seats" smallint NOT NULL,
	"filled" smallint DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opening_seats" CHECK ("opening"."seats" >= 1 and "opening"."filled" >= 0 and "opening"."filled" <= "opening"."seats"),
	CONSTRAINT "opening_status" CHECK ("opening"."status" in ('open', 'on_hold', 'filled', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "opening_skill" (
	"opening_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"required" boolean DEFAULT true NOT NULL,
	"minimum_level" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "opening_skill_opening_id_skill_id_pk" PRIMARY KEY("opening_id","skill_id"),
	CONSTRAINT "opening_skill_level" CHECK ("opening_skill"."minimum_level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"pitch" text NOT NULL,
	"description" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"accepting_members" boolean DEFAULT true NOT NULL,
	"hours_per_week" smallint NOT NULL,
	"time_zone" text NOT NULL,
	"window_start" smallint NOT NULL,
	"window_end" smallint NOT NULL,
	"repository_url" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', "project"."title"), 'A') ||
        setweight(to_tsvector('english', "project"."pitch"), 'B') ||
        setweight(to_tsvector('english', "project"."description"), 'C')) STORED,
	CONSTRAINT "project_slug_unique" UNIQUE("slug"),
	CONSTRAINT "project_status" CHECK ("project"."status" in ('draft', 'open', 'in_progress', 'completed', 'paused', 'abandoned', 'archived')),
	CONSTRAINT "project_hours" CHECK ("project"."hours_per_week" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "project_step" (
	"project_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	CONSTRAINT "project_step_project_id_step_id_pk" PRIMARY KEY("project_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "step" (
	"id" text PRIMARY KEY NOT NULL,
	"roadmap_id" text NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"line" smallint NOT NULL,
	CONSTRAINT "step_position" UNIQUE("roadmap_id","position"),
	CONSTRAINT "step_line" CHECK ("step"."line" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "step_progress" (
	"person_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"state" text NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "step_progress_person_id_step_id_pk" PRIMARY KEY("person_id","step_id"),
	CONSTRAINT "step_progress_state" CHECK ("step_progress"."state" in ('not_started', 'learning', 'done', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"room_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"body" text NOT NULL,
	"reply_to_id" uuid,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_once" UNIQUE("room_id","author_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "reaction" (
	"message_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reaction" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reaction_message_id_reaction_person_id_pk" PRIMARY KEY("message_id","reaction","person_id"),
	CONSTRAINT "reaction_name" CHECK ("reaction"."reaction" in ('up', 'down', 'heart', 'party', 'eyes', 'rocket', 'question', 'check'))
);
--> statement-breakpoint
CREATE TABLE "room" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"project_id" uuid,
	"step_id" text,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_project_id_unique" UNIQUE("project_id"),
	CONSTRAINT "room_step_id_unique" UNIQUE("step_id"),
	CONSTRAINT "room_kind" CHECK ("room"."kind" in ('project', 'step', 'direct')),
	CONSTRAINT "room_place" CHECK (("room"."kind" = 'project') = ("room"."project_id" is not null) and ("room"."kind" = 'step') = ("room"."step_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "room_event" (
	"room_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_event_room_id_seq_pk" PRIMARY KEY("room_id","seq")
);
--> statement-breakpoint
CREATE TABLE "room_read" (
	"person_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"last_read_seq" bigint DEFAULT 0 NOT NULL,
	"read_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_read_person_id_room_id_pk" PRIMARY KEY("person_id","room_id")
);
--> statement-breakpoint
ALTER TABLE "availability_window" ADD CONSTRAINT "availability_window_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_blocker_id_person_id_fk" FOREIGN KEY ("blocker_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_blocked_id_person_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_skill" ADD CONSTRAINT "user_skill_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_skill" ADD CONSTRAINT "user_skill_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_opening_id_opening_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."opening"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_decided_by_id_person_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_opening_id_opening_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."opening"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_person_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_opening_id_opening_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."opening"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_skill" ADD CONSTRAINT "opening_skill_opening_id_opening_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."opening"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_skill" ADD CONSTRAINT "opening_skill_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_step" ADD CONSTRAINT "project_step_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_step" ADD CONSTRAINT "project_step_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_progress" ADD CONSTRAINT "step_progress_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_progress" ADD CONSTRAINT "step_progress_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_event" ADD CONSTRAINT "room_event_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_event" ADD CONSTRAINT "room_event_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_read" ADD CONSTRAINT "room_read_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_read" ADD CONSTRAINT "room_read_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "block_reverse" ON "block" USING btree ("blocked_id","blocker_id");--> statement-breakpoint
CREATE INDEX "identity_person" ON "identity" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "notification_person" ON "notification" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "session_live" ON "session" USING btree ("person_id") WHERE "session"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "user_skill_by_skill" ON "user_skill" USING btree ("skill_id","intent","level");--> statement-breakpoint
CREATE UNIQUE INDEX "application_one_pending" ON "application" USING btree ("opening_id","person_id") WHERE "application"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "application_project" ON "application" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "application_person" ON "application" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "application_expiry" ON "application" USING btree ("expires_at") WHERE "application"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_one_pending" ON "invitation" USING btree ("opening_id","person_id") WHERE "invitation"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "invitation_project" ON "invitation" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "invitation_person" ON "invitation" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "invitation_expiry" ON "invitation" USING btree ("expires_at") WHERE "invitation"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "membership_one_active" ON "membership" USING btree ("project_id","person_id") WHERE "membership"."status" in ('active', 'inactive');--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id","status");--> statement-breakpoint
CREATE INDEX "membership_project" ON "membership" USING btree ("project_id","status");--> statement-breakpoint
CREATE INDEX "opening_project" ON "opening" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "opening_skill_skill" ON "opening_skill" USING btree ("skill_id","opening_id");--> statement-breakpoint
CREATE INDEX "project_newest" ON "project" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "project_search" ON "project" USING gin ("search");--> statement-breakpoint
CREATE INDEX "project_title_trigram" ON "project" USING gin ("title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "project_step_step" ON "project_step" USING btree ("step_id","project_id");--> statement-breakpoint
CREATE INDEX "step_progress_step" ON "step_progress" USING btree ("step_id","state","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "message_order" ON "message" USING btree ("room_id","seq");--> statement-breakpoint
CREATE INDEX "message_author" ON "message" USING btree ("author_id");