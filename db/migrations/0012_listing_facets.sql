CREATE TABLE "listing_facet" (
	"facet" text NOT NULL,
	"project_id" uuid NOT NULL,
	"free_seats" smallint NOT NULL,
	CONSTRAINT "listing_facet_facet_project_id_pk" PRIMARY KEY("facet","project_id")
);
--> statement-breakpoint
CREATE INDEX "listing_facet_needed" ON "listing_facet" USING btree ("facet","free_seats","project_id");--> statement-breakpoint
CREATE FUNCTION "list_facets"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		DELETE FROM listing_facet WHERE project_id = OLD.project_id AND facet = ANY(OLD.facets)
			AND (TG_OP = 'DELETE' OR facet <> ALL(NEW.facets));
	END IF;
	IF TG_OP <> 'DELETE' THEN
		INSERT INTO listing_facet AS f (facet, project_id, free_seats)
		SELECT w.facet, NEW.project_id, NEW.free_seats FROM unnest(NEW.facets) AS w(facet)
		WHERE w.facet ~ '^~(step|skill|role):'
		ON CONFLICT (facet, project_id) DO UPDATE SET free_seats = excluded.free_seats
		WHERE f.free_seats <> excluded.free_seats;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "project_listing_facets" AFTER INSERT OR DELETE OR UPDATE OF project_id, facets, free_seats
	ON "project_listing" FOR EACH ROW EXECUTE FUNCTION list_facets();
--> statement-breakpoint
INSERT INTO listing_facet (facet, project_id, free_seats)
SELECT w.facet, l.project_id, l.free_seats FROM project_listing l, unnest(l.facets) AS w(facet)
WHERE w.facet ~ '^~(step|skill|role):';
