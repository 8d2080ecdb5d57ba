import { env } from '@/env'
import { createDiskStore } from './disk-store'
import { createS3Store } from './s3-store'

export type Range = { from: number; to: number }

/** Where the bytes of attachments are. It knows keys and bytes, and nothing of rooms or people. */
export type FileStore = {
  /** Copies or moves a whole file of this machine under a key; half a file is never found there. */
  put(key: string, file: string): Promise<void>
  /** @param range both ends included; undefined: all. @returns undefined when nothing is there */
  read(key: string, range?: Range): Promise<ReadableStream<Uint8Array> | undefined>
  /** What is not there is no error. */
  remove(key: string): Promise<void>
  /** Every key, with the moment since which it is there. */
  list(): AsyncIterable<{ key: string; since: Date }>
}

let store: FileStore | undefined

/** The one store of this installation: S3 where it is configured, else a folder beside the database. */
export function fileStore(): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_KEY, S3_SECRET, S3_REGION, DATA_DIR } = env()
  store ??=
    S3_ENDPOINT && S3_BUCKET && S3_KEY && S3_SECRET
      ? createS3Store({
          endpoint: S3_ENDPOINT,
          bucket: S3_BUCKET,
          key: S3_KEY,
          secret: S3_SECRET,
          region: S3_REGION,
        })
      : createDiskStore(DATA_DIR)
  return store
}
