CREATE TABLE "seat" (
	"room_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seat_room_id_person_id_pk" PRIMARY KEY("room_id","person_id"),
	CONSTRAINT "seat_role" CHECK ("seat"."role" in ('owner', 'maintainer', 'member'))
);
--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seat_person" ON "seat" USING btree ("person_id");--> statement-breakpoint
-- Who is on the team has a seat in its room; who shipped the project keeps theirs. Of two memberships of one
-- person, the live one counts.
CREATE VIEW "project_seat" AS
SELECT DISTINCT ON (r.id, m.project_id, m.person_id) r.id AS room_id, m.project_id, m.person_id, m.role
FROM membership m JOIN room r ON r.project_id = m.project_id
WHERE m.status IN ('active', 'inactive', 'completed')
ORDER BY r.id, m.project_id, m.person_id, m.status = 'completed', m.joined_at DESC;
--> statement-breakpoint
CREATE FUNCTION "settle_seat"("of_project" uuid, "of_person" uuid) RETURNS void LANGUAGE sql AS $$
	DELETE FROM seat s USING room r
	WHERE r.project_id = of_project AND s.room_id = r.id AND s.person_id = of_person
		AND NOT EXISTS (
			SELECT FROM project_seat p WHERE p.project_id = of_project AND p.person_id = of_person
		);
	INSERT INTO seat (room_id, person_id, role)
	SELECT room_id, person_id, role FROM project_seat
	WHERE project_id = of_project AND person_id = of_person
	ON CONFLICT (room_id, person_id) DO UPDATE SET role = excluded.role
		WHERE seat.role IS DISTINCT FROM excluded.role;
$$;
--> statement-breakpoint
CREATE FUNCTION "membership_seats"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN PERFORM settle_seat(OLD.project_id, OLD.person_id); END IF;
	IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE'
		AND (NEW.project_id, NEW.person_id) IS DISTINCT FROM (OLD.project_id, OLD.person_id)
	THEN PERFORM settle_seat(NEW.project_id, NEW.person_id); END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "membership_seats" AFTER INSERT OR DELETE OR UPDATE OF project_id, person_id, role, status
	ON "membership" FOR EACH ROW EXECUTE FUNCTION membership_seats();
--> statement-breakpoint
-- A room that is opened after its team is there.
CREATE FUNCTION "room_seats"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO seat (room_id, person_id, role)
	SELECT room_id, person_id, role FROM project_seat WHERE room_id = NEW.id
	ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "room_seats" AFTER INSERT ON "room" FOR EACH ROW
	WHEN (NEW.project_id IS NOT NULL) EXECUTE FUNCTION room_seats();
--> statement-breakpoint
INSERT INTO seat (room_id, person_id, role) SELECT room_id, person_id, role FROM project_seat;
