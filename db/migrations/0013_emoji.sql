ALTER TABLE "reaction" RENAME COLUMN "reaction" TO "emoji";--> statement-breakpoint
ALTER TABLE "reaction" DROP CONSTRAINT "reaction_name";--> statement-breakpoint
ALTER TABLE "reaction" DROP CONSTRAINT "reaction_message_id_reaction_person_id_pk";--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_message_id_emoji_person_id_pk" PRIMARY KEY("message_id","emoji","person_id");--> statement-breakpoint
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
