CREATE TABLE "reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"message_id" uuid,
	"note" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"notification_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_room_id_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."room"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_due" ON "reminder" USING btree ("due_at") WHERE "reminder"."told_at" is null;--> statement-breakpoint
CREATE INDEX "reminder_told" ON "reminder" USING btree ("told_at") WHERE "reminder"."told_at" is not null;--> statement-breakpoint
CREATE INDEX "reminder_person" ON "reminder" USING btree ("person_id","due_at");--> statement-breakpoint
CREATE INDEX "reminder_room" ON "reminder" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "reminder_message" ON "reminder" USING btree ("message_id") WHERE "reminder"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("person_id") WHERE "notification"."read_at" is null;