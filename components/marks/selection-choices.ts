type Choice = { className: string; label: string; onClick: () => void }

function button({ className, label, onClick }: Choice): HTMLButtonElement {
  const dom = document.createElement('button')
  dom.type = 'button'
  dom.className = className
  dom.textContent = label
  // Pressing it must not take what is selected away.
  dom.onmousedown = (event) => event.preventDefault()
  dom.onclick = onClick
  return dom
}

/** What can be done with what is selected in the editor, beside it. */
export function drawChoices(onAsk: () => void, onShare: () => void): { dom: HTMLElement } {
  const dom = document.createElement('div')
  dom.className = 'cm-selectionChoices'
  dom.append(
    button({ className: 'cm-askButton', label: 'Ask about this', onClick: onAsk }),
    button({ className: 'cm-shareButton', label: 'Share in chat', onClick: onShare }),
  )
  return { dom }
}
