/**
 * What stands for a message where it is quoted or listed, as an expression on its row: its text, or the name
 * of its first file. A deleted message has neither.
 * @param row the statement's name for the message's row
 */
export const quotedText = (row: string) => `
  case when ${row}.body <> '' or ${row}.deleted_at is not null then ${row}.body
    else coalesce((
      select quoted.name from attachment quoted
      where quoted.message_id = ${row}.id order by quoted.place limit 1
    ), '') end`
