CREATE TABLE "poll" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"options" text[] NOT NULL,
	"multiple" boolean NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "poll_options" CHECK (cardinality("poll"."options") between 2 and 10)
);
--> statement-breakpoint
CREATE TABLE "poll_vote" (
	"message_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choices" smallint[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "poll_vote_message_id_person_id_pk" PRIMARY KEY("message_id","person_id"),
	CONSTRAINT "poll_vote_choices" CHECK (cardinality("poll_vote"."choices") > 0)
);
--> statement-breakpoint
ALTER TABLE "poll" ADD CONSTRAINT "poll_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_vote" ADD CONSTRAINT "poll_vote_message_id_poll_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."poll"("message_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_vote" ADD CONSTRAINT "poll_vote_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "poll_vote_person" ON "poll_vote" USING btree ("person_id");