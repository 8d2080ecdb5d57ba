CREATE TABLE "skill_proposal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"proposed_by_id" uuid,
	"name" text NOT NULL,
	"plain_name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"skill_id" uuid,
	"reason" text,
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skill_proposal_state" CHECK ("skill_proposal"."state" in ('waiting', 'accepted', 'merged', 'declined')),
	CONSTRAINT "skill_proposal_became" CHECK (("skill_proposal"."state" in ('accepted', 'merged')) = ("skill_proposal"."skill_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "skill_supporter" (
	"proposal_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skill_supporter_proposal_id_person_id_pk" PRIMARY KEY("proposal_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "is_moderator" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_proposal" ADD CONSTRAINT "skill_proposal_proposed_by_id_person_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_proposal" ADD CONSTRAINT "skill_proposal_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_proposal" ADD CONSTRAINT "skill_proposal_decided_by_id_person_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_supporter" ADD CONSTRAINT "skill_supporter_proposal_id_skill_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."skill_proposal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_supporter" ADD CONSTRAINT "skill_supporter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "skill_proposal_waiting" ON "skill_proposal" USING btree ("plain_name") WHERE "skill_proposal"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "skill_proposal_oldest" ON "skill_proposal" USING btree ("id") WHERE "skill_proposal"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "skill_proposal_skill" ON "skill_proposal" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "skill_supporter_person" ON "skill_supporter" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_moderator" ON "person" USING btree ("id") WHERE "person"."is_moderator";