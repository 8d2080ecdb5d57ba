import { useSyncExternalStore } from 'react'

const key = 'prajix:turn-sound'
const listeners = new Set<() => void>()
let audio: AudioContext | undefined

function isOn(): boolean {
  try {
    return localStorage.getItem(key) === 'on'
  } catch {
    return false
  }
}

/** Whether turns are heard on this device; off until somebody wants it. */
export function useTurnSound(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, isOn, () => false)
  return [on, setTurnSound]
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function setTurnSound(on: boolean) {
  try {
    if (on) localStorage.setItem(key, 'on')
    else localStorage.removeItem(key)
  } catch {
    // Storage is switched off: then it stays off.
  }
  for (const listener of listeners) listener()
  // Heard at once, and within a press: browsers let no page sound before one.
  if (on) playTurnSound()
}

/** Two soft notes, where the sound is wanted and the browser allows it. */
export function playTurnSound() {
  if (!isOn() || typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  audio.resume().catch(() => {})
  for (const [at, pitch] of [523, 784].entries()) {
    const start = audio.currentTime + at * 0.16
    const note = audio.createOscillator()
    const volume = audio.createGain()
    note.frequency.value = pitch
    volume.gain.setValueAtTime(0.0001, start)
    volume.gain.exponentialRampToValueAtTime(0.12, start + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3)
    note.connect(volume).connect(audio.destination)
    note.start(start)
    note.stop(start + 0.32)
  }
}
