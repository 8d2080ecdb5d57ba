CREATE TABLE "mark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"from_anchor" jsonb NOT NULL,
	"to_anchor" jsonb NOT NULL,
	"quote" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by_id" uuid
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'todo' NOT NULL,
	"assignee_id" uuid,
	"step_id" text,
	"mark_id" uuid,
	"created_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_state" CHECK ("task"."state" in ('todo', 'doing', 'done'))
);
--> statement-breakpoint
CREATE TABLE "room_text" (
	"room_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"length" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "room_text_room_id_hash_pk" PRIMARY KEY("room_id","hash")
);
--> statement-breakpoint
CREATE TABLE "version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"reason" text NOT NULL,
	"name" text,
	"person_id" uuid,
	"run_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "version_reason" CHECK ("version"."reason" in ('named', 'before_restore', 'turn', 'green_run'))
);
--> statement-breakpoint
CREATE TABLE "version_file" (
	"version_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"path" text NOT NULL,
	"hash" text NOT NULL,
	"document_seq" bigint NOT NULL,
	CONSTRAINT "version_file_version_id_document_id_pk" PRIMARY KEY("version_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "document_update" DROP CONSTRAINT "document_update_document_id_document_id_fk";
--> statement-breakpoint
ALTER TABLE "document_update" DROP CONSTRAINT "document_update_author_id_person_id_fk";
--> statement-breakpoint
DROP INDEX "run_document";--> statement-breakpoint
ALTER TABLE "wheel" ADD COLUMN "ping_pong" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_resolved_by_id_person_id_fk" FOREIGN KEY ("resolved_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_person_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_mark_id_mark_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."mark"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_created_by_id_person_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_text" ADD CONSTRAINT "room_text_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_file" ADD CONSTRAINT "version_file_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_file" ADD CONSTRAINT "version_file_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_file" ADD CONSTRAINT "version_file_text_fk" FOREIGN KEY ("room_id","hash") REFERENCES "public"."room_text"("room_id","hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mark_open" ON "mark" USING btree ("room_id","created_at") WHERE "mark"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "mark_document" ON "mark" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "mark_author" ON "mark" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "mark_resolved_by" ON "mark" USING btree ("resolved_by_id");--> statement-breakpoint
CREATE INDEX "task_room" ON "task" USING btree ("room_id","created_at");--> statement-breakpoint
CREATE INDEX "task_assignee" ON "task" USING btree ("assignee_id");--> statement-breakpoint
CREATE INDEX "task_mark" ON "task" USING btree ("mark_id");--> statement-breakpoint
CREATE INDEX "task_created_by" ON "task" USING btree ("created_by_id");--> statement-breakpoint
CREATE INDEX "version_room" ON "version" USING btree ("room_id","seq");--> statement-breakpoint
CREATE INDEX "version_person" ON "version" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "version_run" ON "version" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "version_file_document" ON "version_file" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "version_file_text" ON "version_file" USING btree ("room_id","hash");--> statement-breakpoint
CREATE INDEX "room_event_wheel" ON "room_event" USING btree ("room_id","seq") WHERE "room_event"."kind" = 'wheel:turned';--> statement-breakpoint
CREATE INDEX "run_document" ON "run" USING btree ("document_id","created_at");--> statement-breakpoint
INSERT INTO "wheel" ("room_id") SELECT "id" FROM "room" ON CONFLICT DO NOTHING;
