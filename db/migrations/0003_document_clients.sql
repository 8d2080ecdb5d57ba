CREATE TABLE "document_client" (
	"document_id" uuid NOT NULL,
	"client" bigint NOT NULL,
	"clock" bigint NOT NULL,
	"person_id" uuid,
	CONSTRAINT "document_client_document_id_client_pk" PRIMARY KEY("document_id","client")
);
--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "uncompacted" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "document_client" ADD CONSTRAINT "document_client_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_client" ADD CONSTRAINT "document_client_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;