CREATE TABLE "project_listing" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"free_seats" smallint NOT NULL,
	"search" "tsvector" NOT NULL,
	"title" "tsvector" NOT NULL,
	"facets" text[] NOT NULL,
	"time_zone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
DROP INDEX "project_search";--> statement-breakpoint
DROP INDEX "project_title_trigram";--> statement-breakpoint
ALTER TABLE "project_listing" ADD CONSTRAINT "project_listing_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "project_listing_needed" ON "project_listing" USING btree ("free_seats","project_id");--> statement-breakpoint
CREATE INDEX "project_listing_search" ON "project_listing" USING gin ("search","title") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_word_trigram" ON "search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "opening_role" ON "opening" USING btree (lower("title"));--> statement-breakpoint
CREATE INDEX "person_handle_prefix" ON "person" USING btree (lower("handle"::text) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "person_name_prefix" ON "person" USING btree (lower("name") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "person_last_name_prefix" ON "person" USING btree (lower(substr("name", strpos("name", ' ') + 1)) text_pattern_ops);--> statement-breakpoint
ALTER TABLE "project" DROP COLUMN "search";--> statement-breakpoint
-- How a project is listed: the one place that says so. Facets are words that begin with "~": the stage, steps,
-- skills, roles, a bucket of hours, how many seats are free, and whether it is in one of two samples
-- (every 64th and every 512th project) from which counts of many are estimated.
CREATE VIEW "project_listing_source" AS
SELECT p.id AS project_id, least(coalesce(o.free, 0), 32767)::smallint AS free_seats,
	setweight(to_tsvector('english', p.title), 'A') || setweight(to_tsvector('english', p.pitch), 'B') ||
		setweight(to_tsvector('english', p.description), 'C') || array_to_tsvector(f.facets) AS search,
	-- With its words as they are written, too: suggestions look for how they begin.
	to_tsvector('english', p.title) || to_tsvector('simple', p.title) AS title,
	f.facets, p.time_zone
FROM project p
LEFT JOIN LATERAL (
	SELECT sum(o.seats - o.filled) FILTER (WHERE o.status = 'open') AS free,
		array_agg(DISTINCT '~role:' || lower(o.title)) FILTER (WHERE o.status IN ('open', 'filled')) AS roles
	FROM opening o WHERE o.project_id = p.id
) o ON true
CROSS JOIN LATERAL (
	SELECT p.status IN ('open', 'in_progress') AND p.accepting_members AND coalesce(o.free, 0) > 0 AS open,
		hashtextextended(p.id::text, 0) AS shuffled
) x
CROSS JOIN LATERAL (
	SELECT array_remove(ARRAY[
			CASE WHEN x.open THEN '~open' END,
			CASE WHEN p.status IN ('in_progress', 'completed') THEN '~' || p.status END,
			CASE WHEN x.open THEN '~seats:1' END,
			CASE WHEN x.open AND o.free >= 2 THEN '~seats:2' END,
			CASE WHEN x.open AND o.free >= 3 THEN '~seats:3' END,
			'~hours:' || CASE WHEN p.hours_per_week <= 3 THEN '3' WHEN p.hours_per_week <= 6 THEN '6'
				WHEN p.hours_per_week <= 10 THEN '10' ELSE 'more' END,
			CASE WHEN x.shuffled & 63 = 0 THEN '~sample:64' END,
			CASE WHEN x.shuffled & 511 = 0 THEN '~sample:512' END
		], NULL)
		|| coalesce(o.roles, '{}')
		|| ARRAY(SELECT '~step:' || ps.step_id FROM project_step ps WHERE ps.project_id = p.id)
		|| ARRAY(SELECT DISTINCT '~skill:' || s.slug FROM opening o
			JOIN opening_skill os ON os.opening_id = o.id JOIN skill s ON s.id = os.skill_id
			WHERE o.project_id = p.id AND o.status IN ('open', 'filled')) AS facets
) f
WHERE p.status NOT IN ('draft', 'archived');
--> statement-breakpoint
CREATE FUNCTION "list_projects"(ids uuid[]) RETURNS void LANGUAGE sql AS $$
	DELETE FROM project_listing l USING project p
	WHERE l.project_id = any(ids) AND p.id = l.project_id AND p.status IN ('draft', 'archived');
	INSERT INTO project_listing AS l (project_id, free_seats, search, title, facets, time_zone)
	SELECT s.project_id, s.free_seats, s.search, s.title, s.facets, s.time_zone
	FROM project_listing_source s WHERE s.project_id = any(ids) ORDER BY s.project_id
	ON CONFLICT (project_id) DO UPDATE SET free_seats = excluded.free_seats, search = excluded.search,
		title = excluded.title, facets = excluded.facets, time_zone = excluded.time_zone
	WHERE (l.free_seats, l.search, l.title, l.facets, l.time_zone)
		IS DISTINCT FROM (excluded.free_seats, excluded.search, excluded.title, excluded.facets, excluded.time_zone);
$$;
--> statement-breakpoint
-- In the order of the alphabet, so that two that learn the same words at once wait, and do not lock each other out.
CREATE FUNCTION "learn_words"(ids uuid[]) RETURNS void LANGUAGE sql AS $$
	INSERT INTO search_word (word)
	SELECT DISTINCT w.word FROM project p
	CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('simple', p.title || ' ' || p.pitch))) AS w(word)
	WHERE p.id = any(ids) AND p.status NOT IN ('draft', 'archived') AND w.word ~ '^[[:alpha:]]{4,30}$'
		AND NOT EXISTS (SELECT FROM search_word known WHERE known.word = w.word)
	ORDER BY w.word
	ON CONFLICT DO NOTHING;
$$;
--> statement-breakpoint
CREATE FUNCTION "project_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[] := ARRAY(SELECT id FROM changed);
BEGIN
	PERFORM list_projects(ids);
	PERFORM learn_words(ids);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "project_part_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM list_projects(ARRAY(SELECT DISTINCT project_id FROM changed));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "opening_skill_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM list_projects(ARRAY(
		SELECT DISTINCT o.project_id FROM changed JOIN opening o ON o.id = changed.opening_id));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "project_inserted" AFTER INSERT ON "project" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION project_changed();
--> statement-breakpoint
CREATE TRIGGER "project_updated" AFTER UPDATE ON "project" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION project_changed();
--> statement-breakpoint
CREATE TRIGGER "project_step_inserted" AFTER INSERT ON "project_step" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION project_part_changed();
--> statement-breakpoint
CREATE TRIGGER "project_step_deleted" AFTER DELETE ON "project_step" REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION project_part_changed();
--> statement-breakpoint
CREATE TRIGGER "opening_inserted" AFTER INSERT ON "opening" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION project_part_changed();
--> statement-breakpoint
CREATE TRIGGER "opening_updated" AFTER UPDATE ON "opening" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION project_part_changed();
--> statement-breakpoint
CREATE TRIGGER "opening_deleted" AFTER DELETE ON "opening" REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION project_part_changed();
--> statement-breakpoint
CREATE TRIGGER "opening_skill_inserted" AFTER INSERT ON "opening_skill" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION opening_skill_changed();
--> statement-breakpoint
CREATE TRIGGER "opening_skill_deleted" AFTER DELETE ON "opening_skill" REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION opening_skill_changed();
--> statement-breakpoint
SELECT list_projects(ARRAY(SELECT id FROM project)), learn_words(ARRAY(SELECT id FROM project));
