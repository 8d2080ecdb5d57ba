/** The same bytes as what PostgreSQL's driver and Socket.IO know as binary. */
export const bytesOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
