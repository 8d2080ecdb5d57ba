import { v4 as uuid } from 'uuid'
import { type AttachmentView, attachmentHref, attachmentLimits } from '@/contracts/attachments'
import { uploadFile as realUpload, type UploadFile } from './upload-file'

export type Upload = {
  localId: string
  name: string
  bytes: number
  /** What the browser takes it for; the server looks for itself. */
  type: string
  /** Address of the picture in this page's own memory. */
  preview: string | null
  state: 'waiting' | 'uploading' | 'done' | 'failed'
  /** From 0 to 1. */
  progress: number
  problem: string | null
  /** Another try could end otherwise. */
  retriable: boolean
  attachment: AttachmentView | null
  alt: string
}
/** A file of a message on its way; `id` once the server has it. */
export type FileRef = { localId: string; id: string | null; name: string; bytes: number }

/** More at once would only make each of them slower. */
const atOnce = 3

/**
 * The files that one page uploads to a room: those beside its drafts, and those whose message waits for them.
 * They live as long as the page; what the server has, a message keeps by its id.
 */
export class Uploads {
  #all: Upload[] = []
  /** Ids of what lies beside each draft, in order, by the draft's thread; that of the main list is null. */
  readonly #drafts = new Map<string | null, string[]>()
  readonly #views = new Map<string | null, Upload[]>()
  readonly #files = new Map<string, File>()
  readonly #aborts = new Map<string, AbortController>()
  readonly #subscribers = new Set<() => void>()
  readonly #roomId: string
  readonly #upload: UploadFile
  readonly #settled: () => void

  /** @param settled hears when a file is stored, or is not going to be. */
  constructor(roomId: string, settled: () => void, upload: UploadFile = realUpload) {
    this.#roomId = roomId
    this.#settled = settled
    this.#upload = upload
  }

  subscribe = (listener: () => void) => {
    this.#subscribers.add(listener)
    return () => {
      this.#subscribers.delete(listener)
    }
  }
  /** What lies beside a draft: that of a thread, or with null that of the main list. */
  getDraft = (threadId: string | null): Upload[] => {
    const known = this.#views.get(threadId)
    if (known) return known
    const view = this.#idsOf(threadId).flatMap((localId) => this.find(localId) ?? [])
    this.#views.set(threadId, view)
    return view
  }
  find = (localId: string) => this.#all.find((one) => one.localId === localId)

  /** Puts files beside a draft. @returns what is to be said of those that were left out */
  add(files: File[], threadId: string | null): string | undefined {
    const ids = this.#idsOf(threadId)
    const taken = files.slice(0, Math.max(0, attachmentLimits.perMessage - ids.length))
    this.#drafts.set(threadId, [...ids, ...taken.map((file) => this.#take(file))])
    this.#changed()
    this.#start()
    if (taken.length < files.length)
      return `A message carries ${attachmentLimits.perMessage} files. Send these, then add the others.`
    return undefined
  }

  #idsOf = (threadId: string | null) => this.#drafts.get(threadId) ?? []

  /** @returns the name that the page has for it */
  #take(file: File): string {
    const localId = uuid()
    const problem =
      file.size > attachmentLimits.bytes
        ? 'This file is larger than 25 MB.'
        : file.size === 0
          ? 'This file is empty.'
          : null
    const shown = /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type) && !problem
    this.#all.push({
      localId,
      name: file.name || 'file',
      bytes: file.size,
      type: file.type,
      preview:
        shown && typeof URL.createObjectURL === 'function' ? URL.createObjectURL(file) : null,
      state: problem ? 'failed' : 'waiting',
      progress: 0,
      problem,
      retriable: false,
      attachment: null,
      alt: '',
    })
    this.#files.set(localId, file)
    return localId
  }

  #start() {
    const busy = this.#all.filter((one) => one.state === 'uploading').length
    const next = this.#all.filter((one) => one.state === 'waiting').slice(0, atOnce - busy)
    for (const { localId } of next) void this.#send(localId)
  }

  async #send(localId: string) {
    const file = this.#files.get(localId)
    if (!file) return
    const abort = new AbortController()
    this.#aborts.set(localId, abort)
    this.#change(localId, { state: 'uploading', progress: 0, problem: null })
    const answer = await this.#upload(
      { roomId: this.#roomId, file },
      {
        progress: (progress) => this.#change(localId, { progress }),
        signal: abort.signal,
      },
    )
    this.#aborts.delete(localId)
    if (answer.ok && !this.find(localId)) void discard(answer.attachment.id)
    else if (answer.ok) {
      const { attachment } = answer
      this.#change(localId, { state: 'done', progress: 1, attachment })
      const alt = this.find(localId)?.alt
      if (alt) await this.describe(localId, alt)
    } else this.#change(localId, { state: 'failed', problem: answer.message, retriable: true })
    this.#settled()
    this.#start()
  }

  retry(localId: string) {
    const found = this.find(localId)
    if (found?.state !== 'failed' || !found.retriable) return
    this.#change(localId, { state: 'waiting', problem: null, progress: 0 })
    this.#start()
  }

  /** Says what is to be seen. @returns what went wrong, in a sentence */
  async describe(localId: string, alt: string): Promise<string | undefined> {
    this.#change(localId, { alt })
    const id = this.find(localId)?.attachment?.id
    if (!id) return undefined
    try {
      const answer = await fetch(attachmentHref(id), { method: 'PATCH', body: alt })
      if (answer.ok) return undefined
    } catch {
      // Said below.
    }
    return 'The description was not stored. Check your connection and try again.'
  }

  /** A draft is sent: its files belong to a message now. */
  take(threadId: string | null): FileRef[] {
    const refs = this.getDraft(threadId).map(({ localId, name, bytes, attachment }) => ({
      ...{ localId, name, bytes },
      id: attachment?.id ?? null,
    }))
    this.#drafts.delete(threadId)
    this.#changed()
    return refs
  }

  /** What became of a message's files. `problem`: why one of them is not going to come. */
  look(files: FileRef[]): { files: FileRef[]; ready: boolean; problem: string | null } {
    const known = files.map((one) => ({
      ...one,
      id: one.id ?? this.find(one.localId)?.attachment?.id ?? null,
    }))
    const missing = known.filter((one) => one.id === null)
    const lost = missing.find((one) => !this.find(one.localId))
    const failed = missing.flatMap(({ localId }) => this.find(localId) ?? []).find(isFailed)
    const problem = lost
      ? `“${lost.name}” was still uploading when the page was closed.`
      : failed
        ? `“${failed.name}”: ${failed.problem}`
        : null
    return { files: known, ready: missing.length === 0, problem }
  }

  /** Takes files up again that failed; leaves out those of which this page knows nothing. */
  revive(files: FileRef[]): FileRef[] {
    const alive = files.filter((one) => one.id !== null || this.find(one.localId)?.retriable)
    for (const { localId } of alive) this.retry(localId)
    return alive
  }

  /** Gives files up: what is under way ends, what is stored is thrown away. */
  remove(files: Pick<FileRef, 'localId' | 'id'>[]) {
    for (const { localId, id } of files) {
      const stored = id ?? this.find(localId)?.attachment?.id
      this.forget([localId])
      if (stored) void discard(stored)
    }
  }

  /** Of these the page need not know any more. */
  forget(localIds: string[]) {
    for (const localId of localIds) {
      const preview = this.find(localId)?.preview
      if (preview) URL.revokeObjectURL(preview)
      this.#files.delete(localId)
    }
    this.#all = this.#all.filter((one) => !localIds.includes(one.localId))
    for (const [threadId, ids] of this.#drafts)
      this.#drafts.set(
        threadId,
        ids.filter((one) => !localIds.includes(one)),
      )
    for (const localId of localIds) this.#aborts.get(localId)?.abort()
    this.#changed()
  }

  #change(localId: string, changes: Partial<Upload>) {
    this.#all = this.#all.map((one) => (one.localId === localId ? { ...one, ...changes } : one))
    this.#changed()
  }

  #changed() {
    this.#views.clear()
    for (const listener of this.#subscribers) listener()
  }
}

const isFailed = (upload: Upload) => upload.state === 'failed'

/** Whatever of this does not arrive, the server removes after a day. */
async function discard(id: string) {
  await fetch(attachmentHref(id), { method: 'DELETE' }).catch(() => {})
}
