import type { Upload } from './uploads'

/** How far a file is; at the end the server still looks at it. */
export function UploadBar({ upload }: { upload: Upload }) {
  const { name, state, progress } = upload
  const percent = Math.floor(progress * 100)
  return (
    <div className="flex items-center gap-2">
      <div
        role="progressbar"
        aria-label={`Uploading ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1 min-w-0 flex-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full origin-left bg-accent transition-transform duration-150"
          style={{ transform: `scaleX(${progress})` }}
        />
      </div>
      <span className="tabular shrink-0 text-ink-3">
        {state === 'waiting' ? 'Waiting' : progress < 1 ? `${percent} %` : 'Checking'}
      </span>
    </div>
  )
}
