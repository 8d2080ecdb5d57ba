CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"path" text NOT NULL,
	"created_by_id" uuid,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_update" (
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"author_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_update_document_id_seq_pk" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"document_seq" bigint NOT NULL,
	"language" text NOT NULL,
	"outcome" text NOT NULL,
	"duration_ms" integer NOT NULL,
	"input" text DEFAULT '' NOT NULL,
	"output" text NOT NULL,
	"tests" jsonb NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "run_language" CHECK ("run"."language" in ('javascript', 'typescript', 'python', 'sql', 'html')),
	CONSTRAINT "run_outcome" CHECK ("run"."outcome" in ('passed', 'failed', 'stopped', 'timed_out'))
);
--> statement-breakpoint
CREATE TABLE "wheel" (
	"room_id" uuid PRIMARY KEY NOT NULL,
	"driver_id" uuid,
	"rotation" smallint,
	"ends_at" timestamp (3) with time zone,
	"paused_ms" integer,
	"asked_by_id" uuid,
	"given_by_id" uuid,
	"given_at" timestamp (3) with time zone,
	CONSTRAINT "wheel_rotation" CHECK ("wheel"."rotation" between 5 and 30)
);
--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_created_by_id_person_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wheel" ADD CONSTRAINT "wheel_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wheel" ADD CONSTRAINT "wheel_driver_id_person_id_fk" FOREIGN KEY ("driver_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wheel" ADD CONSTRAINT "wheel_asked_by_id_person_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wheel" ADD CONSTRAINT "wheel_given_by_id_person_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_path" ON "document" USING btree ("room_id","path") WHERE "document"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "document_room" ON "document" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "run_room" ON "run" USING btree ("room_id","created_at");--> statement-breakpoint
CREATE INDEX "run_document" ON "run" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "run_person" ON "run" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "wheel_ends" ON "wheel" USING btree ("ends_at") WHERE "wheel"."ends_at" is not null;