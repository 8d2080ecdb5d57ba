CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"room_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"message_id" uuid,
	"remove_at" timestamp (3) with time zone DEFAULT now() + interval '1 day',
	"place" smallint DEFAULT 0 NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"width" integer,
	"height" integer,
	"key" text NOT NULL,
	"thumbnail_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachment_picture" CHECK (("attachment"."width" is null) = ("attachment"."height" is null) and ("attachment"."width" is null) = ("attachment"."thumbnail_key" is null))
);
--> statement-breakpoint
ALTER TABLE "reaction" RENAME COLUMN "reaction" TO "emoji";--> statement-breakpoint
ALTER TABLE "reaction" DROP CONSTRAINT "reaction_name";--> statement-breakpoint
ALTER TABLE "reaction" DROP CONSTRAINT "reaction_message_id_reaction_person_id_pk";--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_message_id_emoji_person_id_pk" PRIMARY KEY("message_id","emoji","person_id");--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_message" ON "attachment" USING btree ("message_id","place");--> statement-breakpoint
CREATE INDEX "attachment_room" ON "attachment" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "attachment_person" ON "attachment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attachment_removal" ON "attachment" USING btree ("remove_at") WHERE "attachment"."remove_at" is not null;--> statement-breakpoint
-- The eight that had names, in their rows and in the log that clients replay.
CREATE FUNCTION "emoji_of"("name" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE name WHEN 'up' THEN '👍' WHEN 'down' THEN '👎' WHEN 'heart' THEN '❤️' WHEN 'party' THEN '🎉'
		WHEN 'eyes' THEN '👀' WHEN 'rocket' THEN '🚀' WHEN 'question' THEN '🤔' WHEN 'check' THEN '✅' ELSE name END
$$;
--> statement-breakpoint
UPDATE "reaction" SET "emoji" = emoji_of("emoji");
--> statement-breakpoint
UPDATE "room_event" SET "payload" = ("payload" - 'reaction')
	|| jsonb_build_object('emoji', emoji_of("payload"->>'reaction'))
WHERE "kind" IN ('reaction:added', 'reaction:removed') AND "payload" ? 'reaction';
--> statement-breakpoint
DROP FUNCTION "emoji_of";
