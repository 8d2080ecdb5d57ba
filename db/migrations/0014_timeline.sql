ALTER TABLE "room_read" ADD COLUMN "epoch" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The words of a message: as they are written and by their stems, with what code joins by signs or by capitals
-- taken apart. ASCII signs alone are replaced; the parser knows the others, in whatever locale.
CREATE FUNCTION "message_words"("body" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT strip(to_tsvector('english', w.words) || to_tsvector('simple', w.words)
		|| to_tsvector('simple', regexp_replace(w.words, '([[:lower:][:digit:]])([[:upper:]])', '\1 \2', 'g')))
	FROM (SELECT regexp_replace(body, '[!-/:-@[-`{-~]+', ' ', 'g') AS words) w
$$;
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (message_words("body")) STORED;--> statement-breakpoint
-- Without a list of pending entries: no send has to pay for the sends before it.
CREATE INDEX "message_search" ON "message" USING gin ("search") WITH (fastupdate=false);
