CREATE TABLE "match_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "match_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"kind" text NOT NULL,
	"ref" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "match_change_kind" CHECK ("match_change"."kind" in ('project', 'person', 'rarity'))
);
--> statement-breakpoint
CREATE TABLE "project_exposure" (
	"project_id" uuid NOT NULL,
	"day" date NOT NULL,
	"seen" integer NOT NULL,
	CONSTRAINT "project_exposure_project_id_day_pk" PRIMARY KEY("project_id","day")
);
--> statement-breakpoint
CREATE TABLE "skill_rarity" (
	"skill_id" uuid PRIMARY KEY NOT NULL,
	"rarity" real NOT NULL
);
--> statement-breakpoint
ALTER TABLE "project_exposure" ADD CONSTRAINT "project_exposure_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_rarity" ADD CONSTRAINT "skill_rarity_skill_id_skill_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skill"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_change_xid" ON "match_change" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "project_exposure_day" ON "project_exposure" USING btree ("day");--> statement-breakpoint
-- Once per statement, however many rows it changes; each table has the triggers below.
CREATE FUNCTION note_match_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM changed) THEN
    RETURN NULL;
  END IF;
  CASE TG_TABLE_NAME
    WHEN 'project' THEN
      INSERT INTO match_change (kind, ref) SELECT 'project', id FROM changed;
    WHEN 'project_step', 'opening' THEN
      INSERT INTO match_change (kind, ref) SELECT DISTINCT 'project', project_id FROM changed;
    WHEN 'opening_skill' THEN
      INSERT INTO match_change (kind, ref)
        SELECT DISTINCT 'project', o.project_id FROM changed c JOIN opening o ON o.id = c.opening_id;
    WHEN 'application', 'membership' THEN
      INSERT INTO match_change (kind, ref)
        SELECT 'project', project_id FROM changed UNION SELECT 'person', person_id FROM changed;
    WHEN 'person' THEN
      INSERT INTO match_change (kind, ref) SELECT 'person', id FROM changed;
    -- What somebody can do, their teams lack no more.
    WHEN 'user_skill' THEN
      INSERT INTO match_change (kind, ref)
        SELECT 'person', person_id FROM changed
        UNION
        SELECT 'project', m.project_id FROM changed c
        JOIN membership m ON m.person_id = c.person_id AND m.status = 'active';
    WHEN 'skill_rarity' THEN
      INSERT INTO match_change (kind) VALUES ('rarity');
    ELSE
      INSERT INTO match_change (kind, ref) SELECT DISTINCT 'person', person_id FROM changed;
  END CASE;
  PERFORM pg_notify('prajix_match', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  watched text;
BEGIN
  FOREACH watched IN ARRAY ARRAY['project', 'project_step', 'opening', 'opening_skill', 'application',
    'invitation', 'membership', 'person', 'user_skill', 'availability_window', 'step_progress',
    'skill_rarity']
  LOOP
    EXECUTE format('CREATE TRIGGER match_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION note_match_change()', watched);
    EXECUTE format('CREATE TRIGGER match_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION note_match_change()', watched);
    CONTINUE WHEN watched = 'person';
    EXECUTE format('CREATE TRIGGER match_updated AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION note_match_change()', watched);
  END LOOP;
END $$;
--> statement-breakpoint
-- Every visit moves active_at: of a person only what matching reads is noted.
CREATE FUNCTION note_person_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO match_change (kind, ref)
    SELECT 'person', c.id FROM changed c JOIN former f ON f.id = c.id
    WHERE (c.weekly_hours, c.time_zone, c.listed, c.contactable)
      IS DISTINCT FROM (f.weekly_hours, f.time_zone, f.listed, f.contactable);
  IF FOUND THEN
    PERFORM pg_notify('prajix_match', '');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER match_updated AFTER UPDATE ON "person" REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_person_change();
