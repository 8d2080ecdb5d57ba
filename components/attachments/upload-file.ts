import { type UploadAnswer, uploadAnswer } from '@/contracts/attachments'

export type UploadFile = (
  input: { roomId: string; file: File },
  on: { progress(share: number): void; signal: AbortSignal },
) => Promise<UploadAnswer>

const brokeOff: UploadAnswer = {
  ok: false,
  message: 'The upload broke off. Check your connection and try again.',
}

/** Sends one file to the web process. XMLHttpRequest, because fetch tells of no progress. */
export const uploadFile: UploadFile = ({ roomId, file }, { progress, signal }) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ room: roomId, name: file.name })
    request.open('POST', `/attachments?${query}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(read(request))
    request.onerror = () => resolve(brokeOff)
    request.onabort = () => resolve(brokeOff)
    request.ontimeout = () => resolve(brokeOff)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })

function read({ responseText, status }: XMLHttpRequest): UploadAnswer {
  try {
    return uploadAnswer.parse(JSON.parse(responseText))
  } catch {
    // A proxy in front has answered for us.
    return status === 413 ? { ok: false, message: 'This file is too large.' } : brokeOff
  }
}
